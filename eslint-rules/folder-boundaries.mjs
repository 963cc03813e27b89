import { builtinModules } from 'node:module';
import { posix, relative, sep } from 'node:path';
import { zones } from './zones.mjs';

const within = (path, folder) => path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);

/** True where one of the rules (see zones.mjs) covers the target: a path below the root, a package or a node: module. */
function covered(target, rules) {
  return rules.some((rule) => {
    if (rule === 'node:*') return target.startsWith('node:');
    if (rule === '*') return !target.startsWith('node:') && !target.startsWith('/') && target !== 'electron';
    return target.startsWith('/') ? within(target.slice(1), rule) : target === rule || target.startsWith(`${rule}/`);
  });
}

/** What a specifier names, in the terms of zones.mjs: '/src/x' for files of ours, 'node:x', or the package as written. */
function targetOf(file, specifier) {
  if (specifier.startsWith('.')) return posix.join('/', posix.dirname(file), specifier.replace(/\?.*$/, ''));
  return builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
}

/** @type {import('eslint').Rule.RuleModule} */
export const folderBoundaries = {
  meta: { type: 'problem', schema: [], messages: { crossed: "'{{specifier}}' may not be imported here. {{why}}" } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const zone = zones.find(({ folder }) => within(file, folder));
    if (!zone) return {};

    const allowed = (target, lazy) => {
      if (zone.except && covered(target, zone.except)) return false;
      return covered(target, [zone.folder, ...zone.may, ...(lazy ? (zone.lazy ?? []) : [])]);
    };
    /** @param {boolean} lazy true for what is loaded only when needed, or not at all (types) */
    const examine = (source, lazy) => {
      if (typeof source?.value !== 'string') return;
      if (allowed(targetOf(file, source.value), lazy)) return;
      context.report({ node: source, messageId: 'crossed', data: { specifier: source.value, why: zone.why } });
    };
    return {
      ImportDeclaration: (node) => examine(node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => examine(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => examine(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => examine(node.source, true),
      TSImportType: (node) => examine(node.source ?? node.argument?.literal, true),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') examine(node.arguments[0], true);
      },
    };
  },
};
