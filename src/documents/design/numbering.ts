import { below, childrenOf } from '../form/tree.ts'
import { type Splice, spliced } from '../form/splice.ts'
import { wordNamespace } from '../word/names.ts'
import { numberingXml } from '../word/parts.ts'
import type { Part } from './openTemplate.ts'

const bullet = (abstract: number, number: number, namespace: string) => ({
  abstract:
    `<w:abstractNum${namespace} w:abstractNumId="${abstract}"><w:multiLevelType w:val="singleLevel"/>` +
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>' +
    '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>',
  num: `<w:num${namespace} w:numId="${number}"><w:abstractNumId w:val="${abstract}"/></w:num>`,
})

/** The template's numbering with our bullet beside it, and the bullet's number. Pictures as bullets are left out. */
export const numberingOf = (part: Part | null): { readonly xml: string; readonly list: number } => {
  if (!part || part.tree.end === part.tree.opened) return { xml: numberingXml, list: 1 }
  const { tree, xml } = part
  const namespace = xml.includes(`xmlns:w="${wordNamespace}"`) ? '' : ` xmlns:w="${wordNamespace}"`
  const abstracts = childrenOf(tree, 'abstractNum')
  const numbers = childrenOf(tree, 'num')
  const next = (all: readonly string[]) =>
    Math.max(0, ...all.map(Number).filter((one) => Number.isInteger(one) && one < 30_000)) + 1
  const abstract = next(abstracts.map(({ attributes }) => attributes['abstractNumId'] ?? ''))
  const list = next(numbers.map(({ attributes }) => attributes['numId'] ?? ''))
  const ours = bullet(abstract, list, namespace)
  const pictures = childrenOf(tree, 'numPicBullet')
  const afterAbstracts = abstracts.at(-1)?.end ?? pictures.at(-1)?.end ?? tree.opened
  const afterNumbers = numbers.at(-1)?.end
  const splices: Splice[] = [
    ...[...pictures, ...[...below(tree)].filter(({ name }) => name === 'lvlPicBulletId')].map(
      ({ start, end }) => ({ from: start, to: end, text: '' }),
    ),
    ...(afterNumbers === undefined
      ? [{ from: afterAbstracts, to: afterAbstracts, text: ours.abstract + ours.num }]
      : [
          { from: afterAbstracts, to: afterAbstracts, text: ours.abstract },
          { from: afterNumbers, to: afterNumbers, text: ours.num },
        ]),
  ]
  return { xml: spliced(xml, splices), list }
}
