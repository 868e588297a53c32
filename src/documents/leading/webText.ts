import type { Block, DocumentContent, Run } from '../blocks.ts'

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\n/g, '<br>\n')

const written = (runs: readonly Run[]): string =>
  runs
    .map((run) =>
      'bound' in run
        ? escaped(run.bound.text)
        : run.strong
          ? `<strong>${escaped(run.text)}</strong>`
          : escaped(run.text),
    )
    .join('')

const tableOf = ({ summary, head, rows, rowHeadings }: Extract<Block, { is: 'table' }>): string =>
  [
    '<table>',
    `<caption>${escaped(summary)}</caption>`,
    `<thead><tr>${head.map((words) => `<th scope="col">${escaped(words)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      (cells) =>
        `<tr>${cells
          .map(({ runs }, at) =>
            rowHeadings && at === 0 ? `<th scope="row">${written(runs)}</th>` : `<td>${written(runs)}</td>`,
          )
          .join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
  ].join('\n')

const blockText = (block: Block): string => {
  switch (block.is) {
    case 'title':
      return `<h1>${escaped(block.text)}</h1>`
    case 'heading':
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p>${written(block.runs)}</p>`
    case 'list':
      return `<ul>\n${block.items.map((runs) => `<li>${written(runs)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return tableOf(block)
    case 'ask':
      return `<p>${escaped(block.text)}</p>`
    default:
      return ''
  }
}

/**
 * A document as text for a website: headings, paragraphs, lists and tables in HTML without looks, so that it takes those of
 * the page it is put into. Photos, drawings and room to write by hand are left out.
 */
export const webText = ({ blocks }: Pick<DocumentContent, 'blocks'>): string =>
  `${blocks.map(blockText).filter(Boolean).join('\n')}\n`

/** The same as a whole page, which a browser shows by itself. */
export const webPage = (content: DocumentContent): string =>
  [
    '<!doctype html>',
    `<html lang="${content.language}"${content.rightToLeft ? ' dir="rtl"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escaped(content.title)}</title>`,
    '</head>',
    '<body>',
    `<main>\n${webText(content)}</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
