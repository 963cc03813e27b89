import type { pictureErrors as enPictureErrors } from '../en/picture-errors';
import type { Translation } from '../translation';

export const pictureErrors: Translation<typeof enPictureErrors> = {
  image_unsupported: {
    title: '这不是可用作面板的图片',
    happened: '无论文件名如何，{{file}} 不是 PNG、JPEG、WebP、GIF、TIFF、AVIF 或 SVG。',
    next: '请导出为 PNG 或 SVG，再选择该文件。',
  },
  image_damaged: {
    title: '图片已损坏',
    happened: '无法完整读取 {{file}}。',
    next: '请用图片编辑器打开并重新保存，或重新获取。',
  },
  image_too_large: {
    title: '图片像素过多',
    happened: '{{file}} 声称有 {{width}} × {{height}} 像素，没有打开。',
    next: '请缩小图片，或选择其他文件。',
  },
  picture_unsafe: {
    title: '这张图片无法安全显示',
    happened: '绘制它所需的时间或内存超出了允许的范围，因此没有打开。',
    next: '请另存文件，再用您信任的程序打开。',
  },
  svg_external: {
    title: 'SVG 依赖外部文件',
    happened: '{{file}} 引用了“{{target}}”，Plantain 不会加载它。',
    next: '请将图片和字体嵌入后保存，或导出为 PNG。',
  },
  figure_too_coarse: {
    title: '有面板的像素不足以支持此尺寸',
    happened: '面板 {{panel}} 在此处为 {{has}} dpi，要求 {{dpi}} dpi。没有放大任何内容。',
    next: '宽度为 {{widthMm}} 毫米时像素足够；也可降低分辨率、重新绘制该面板或允许放大。',
  },
  figure_too_large: {
    title: '组图会过大',
    happened: '它将有 {{width}} × {{height}} 像素。',
    next: '请减少行、列或面板，缩小间距，或降低分辨率。',
  },
};
