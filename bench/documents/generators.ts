import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import Docxtemplater from 'docxtemplater'
import { TemplateHandler } from 'easy-template-x'
import PizZip from 'pizzip'
import type { Block, DocumentContent, Run } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { asTemplate, minutesNumbered, withoutControls } from './content.ts'

/** A way of writing a document: made ready once; then of one document after another what it needs, and its writing. */
export type Generator = () => Promise<(of: number) => () => Promise<Uint8Array>>

const inOurs = (content: DocumentContent) => async () => docxOf(content)

const textRuns = (runs: readonly Run[]): TextRun[] =>
  runs.flatMap((run) => {
    if ('bound' in run) throw new Error('this peer has no controls')
    return run.text
      .split('\n')
      .map(
        (text, at) =>
          new TextRun({ text, ...(run.strong ? { bold: true } : {}), ...(at ? { break: 1 } : {}) }),
      )
  })
const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const inDocx = (block: Block): (Paragraph | Table)[] => {
  switch (block.is) {
    case 'title':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.TITLE })]
    case 'heading':
      return [new Paragraph({ text: block.text, heading: levels[block.level] })]
    case 'paragraph':
      return [new Paragraph({ children: textRuns(block.runs) })]
    case 'list':
      return block.items.map(
        (runs) => new Paragraph({ children: textRuns(runs), numbering: { reference: 'bullets', level: 0 } }),
      )
    case 'table': {
      const cellOf = (runs: readonly Run[]) =>
        new TableCell({ children: [new Paragraph({ children: textRuns(runs) })] })
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.head.map((text) => cellOf([{ text, strong: true }])),
            }),
            ...block.rows.map(
              (cells) =>
                new TableRow({
                  cantSplit: true,
                  children: block.head.map((_, at) => cellOf(cells[at]?.runs ?? [])),
                }),
            ),
          ],
        }),
      ]
    }
    case 'pageBreak':
      return []
    default:
      throw new Error(`the minutes have no ${block.is}`)
  }
}

const withDocx = async (content: DocumentContent): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        title: content.title,
        creator: content.author,
        numbering: {
          config: [
            {
              reference: 'bullets',
              levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT }],
            },
          ],
        },
        sections: [
          {
            children: content.blocks.flatMap(inDocx),
            footers: {
              default: new Footer({
                children: content.footer.split('\n').map(
                  (text) =>
                    new Paragraph({
                      children: [new TextRun(text), new TextRun({ children: [PageNumber.CURRENT] })],
                    }),
                ),
              }),
            },
          },
        ],
      }),
    ),
  )

/** Every generator, ours first. The template engines are given a template made beforehand, of the same words. */
export const generators: Readonly<Record<string, Generator>> = {
  'Goldthread, every field a control': async () => (of) => inOurs(minutesNumbered(of)),
  'Goldthread, no controls': async () => (of) => inOurs(withoutControls(minutesNumbered(of))),
  docx: async () => (of) => {
    const content = withoutControls(minutesNumbered(of))
    return () => withDocx(content)
  },
  docxtemplater: async () => {
    const template = docxOf(asTemplate(minutesNumbered(0)).template)
    return (of) => {
      const { facts } = asTemplate(minutesNumbered(of))
      return async () => {
        const engine = new Docxtemplater(new PizZip(template), { linebreaks: true })
        engine.render(facts)
        return engine.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
      }
    }
  },
  'easy-template-x': async () => {
    const template = docxOf(asTemplate(minutesNumbered(0)).template)
    const engine = new TemplateHandler()
    return (of) => {
      const { facts } = asTemplate(minutesNumbered(of))
      return async () => new Uint8Array(await engine.process(Buffer.from(template), facts))
    }
  },
}
