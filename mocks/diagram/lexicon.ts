/** How a module is drawn. `pages` and `prose` are what goes in, `output` is what comes out. */
export type Kind =
  | 'pages'
  | 'prose'
  | 'stack'
  | 'bars'
  | 'heat'
  | 'memory'
  | 'experts'
  | 'graph'
  | 'ranked'
  | 'maps'
  | 'curve'
  | 'fusion'
  | 'noise'
  | 'output';

/** Which picture a noun calls for: the first pattern that a phrase meets decides. */
const NOUNS: readonly (readonly [RegExp, Kind])[] = [
  [/\b(expert|mixture|moe|ensemble)s?\b/i, 'experts'],
  [/\b(rout(er|ing|ed)|gat(e|ing)|scor(er|ing)|selector|selection|threshold)\b/i, 'bars'],
  [/\b(memory|memories|cache|buffer|bank|codebook|dictionary)\b/i, 'memory'],
  [/\b(retriev(al|er)|search|ranking|re-?rank(er|ing)|nearest|index)\b/i, 'ranked'],
  [/\b(graph|gnn|node|edge|relation|ontology|message passing)s?\b/i, 'graph'],
  [/\b(diffusion|denois\w+|noise|score matching)\b/i, 'noise'],
  [/\b(conv\w*|cnn|u-?net|unet|resnet|feature maps?|pyramid|backbone|patch\w*|image|vision|segmentation)\b/i, 'maps'],
  [/\b(fusion|fused|merging|align\w*|combin\w+|multi-?modal|cross-?modal)\b/i, 'fusion'],
  [/\b(loss|objective|optimi[sz]\w+|training|pre-?training|fine-?tuning|convergence)\b/i, 'curve'],
  [/\b(attention|affinity|similarity|correlation|kernel)\b/i, 'heat'],
  [
    /\b(encoder|decoder|transformer|network|block|layer|stack|module|model|lstm|mlp|planner|agent|critic|generator|extractor|stylist)s?\b/i,
    'stack',
  ],
  [/\b(classifier|prediction|head|softmax|logits|distribution|evaluation|metric)s?\b/i, 'output'],
];

/** Too common to say what a module is: a "diffusion model" is about diffusion. */
const VAGUE = /^(model|module|network|layer|block|stack|image|training|head|node|edge|system)s?$/i;

export const isVague = (word: string): boolean => VAGUE.test(word);

/** By its last telling word: a "routed encoder" is an encoder. */
export function kindOf(phrase: string): Kind | undefined {
  const words = phrase.split(' ');
  const last = words.filter((word) => !isVague(word)).at(-1) ?? '';
  return (NOUNS.find(([noun]) => noun.test(last)) ?? NOUNS.find(([noun]) => noun.test(phrase)))?.[1];
}

/** Every picture that some word of a text calls for. */
export function kindsIn(text: string): Kind[] {
  return NOUNS.filter(([noun]) => noun.test(text)).map(([, kind]) => kind);
}

/** Chinese words of the trade that the font cannot draw, by what they are called on a figure in English. */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/编码器/, 'Encoder'],
  [/解码器/, 'Decoder'],
  [/路由/, 'Router'],
  [/注意力/, 'Attention'],
  [/记忆|缓存/, 'Memory'],
  [/检索/, 'Retrieval'],
  [/图神经|知识图谱/, 'Graph network'],
  [/专家/, 'Experts'],
  [/扩散|去噪/, 'Denoising'],
  [/卷积|图像|视觉/, 'Feature maps'],
  [/融合|多模态/, 'Fusion'],
  [/训练|损失/, 'Training objective'],
  [/分类|预测/, 'Classifier'],
  [/生成/, 'Generator'],
];

export function translatedTerms(text: string): string[] {
  return CHINESE.filter(([term]) => term.test(text)).map(([, english]) => english);
}

/** Names for a module that the request has no word for. */
export const TITLES: Record<Kind, readonly string[]> = {
  pages: ['Paper'],
  prose: ['Method text'],
  stack: ['Encoder', 'Backbone', 'Context encoder', 'Decoder', 'Refinement stack'],
  bars: ['Router', 'Gating', 'Segment scoring'],
  heat: ['Attention map', 'Affinity', 'Cross-attention'],
  memory: ['Memory bank', 'Sparse memory', 'Key-value cache'],
  experts: ['Expert layer', 'Mixture of experts'],
  graph: ['Relation graph', 'Concept graph'],
  ranked: ['Retriever', 'Ranked evidence'],
  maps: ['Feature pyramid', 'Multi-scale features'],
  curve: ['Training objective', 'Optimisation'],
  fusion: ['Fusion', 'Feature alignment'],
  noise: ['Denoising', 'Iterative refinement'],
  output: ['Output', 'Prediction'],
};

/** Chains of block labels for a stack, by what its title says. */
const CHAINS: readonly (readonly [RegExp, readonly (readonly string[])[]])[] = [
  [
    /decod|generat/i,
    [
      ['Masked self-attention', 'Add & norm', 'Cross-attention', 'Add & norm', 'Feed-forward'],
      ['Causal attention', 'Cross-attention', 'Feed-forward', 'Linear'],
    ],
  ],
  [
    /encod|transform|context/i,
    [
      ['Self-attention', 'Add & norm', 'Feed-forward', 'Add & norm', 'Pooling'],
      ['Layer norm', 'Multi-head attention', 'Layer norm', 'MLP'],
    ],
  ],
  [
    /agent|plan|critic|stylist|pipeline/i,
    [
      ['Parse request', 'Plan', 'Draft', 'Critique', 'Revise'],
      ['Observe', 'Propose steps', 'Check', 'Act'],
    ],
  ],
  [/lstm|recurrent|sequence/i, [['Input gate', 'Forget gate', 'Cell update', 'Hidden state']]],
  [
    /./,
    [
      ['Projection', 'Mixing layer', 'Add & norm', 'Feed-forward'],
      ['Linear', 'GELU', 'Linear', 'Dropout'],
      ['Normalise', 'Attend', 'Transform', 'Project'],
    ],
  ],
];

export function chainsFor(title: string): readonly (readonly string[])[] {
  return CHAINS.find(([pattern]) => pattern.test(title))?.[1] ?? [];
}
