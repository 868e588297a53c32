import { strFromU8 } from 'fflate'
import { openArchive, Unpackable } from './unpack.ts'

export type PictureIn = {
  /** Its description for who can't see it, or the name of its part. */
  readonly name: string
  /** Bytes. */
  readonly size: number
}

const limits = { part: 64_000_000, whole: 256_000_000, parts: 4_000 }
const media = /^word\/media\/(.+)$/

/** What each picture of one part of the document is called, by the path of its file. */
const namesIn = (xml: string, links: string): Map<string, string> => {
  const targets = new Map(
    [...links.matchAll(/<Relationship\b[^>]*>/g)].map(([each]) => [
      /\bId="([^"]*)"/.exec(each)?.[1] ?? '',
      `word/${(/\bTarget="([^"]*)"/.exec(each)?.[1] ?? '').replace(/^\/?(?:word\/)?/, '')}`,
    ]),
  )
  const names = new Map<string, string>()
  for (const [drawing] of xml.matchAll(/<w:drawing\b.*?<\/w:drawing>/gs)) {
    const words = /\bdescr="([^"]+)"/.exec(drawing)?.[1]
    const link = /\br:embed="([^"]*)"/.exec(drawing)?.[1]
    const target = link === undefined ? undefined : targets.get(link)
    if (words && target && !names.has(target)) names.set(target, words)
  }
  return names
}

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The picture of a .docx that takes the most room; null where it has none, or is no archive. */
export const largestPicture = (bytes: Uint8Array): PictureIn | null => {
  try {
    const { parts, read } = openArchive(
      bytes,
      limits,
      (name) =>
        media.test(name) || /^word\/(?:_rels\/)?(?:document|header|footer)\d*\.xml(?:\.rels)?$/.test(name),
    )
    const largest = parts.filter(({ name }) => media.test(name)).toSorted((a, b) => b.size - a.size)[0]
    if (!largest) return null
    for (const { name } of parts) {
      const links = `word/_rels/${name.slice('word/'.length)}.rels`
      if (!/^word\/[^/]+\.xml$/.test(name) || !parts.some((part) => part.name === links)) continue
      const words = namesIn(strFromU8(read(name)), strFromU8(read(links))).get(largest.name)
      if (words) return { name: `“${plain(words)}”`, size: largest.size }
    }
    return { name: media.exec(largest.name)![1]!, size: largest.size }
  } catch (thrown) {
    if (thrown instanceof Unpackable) return null
    throw thrown
  }
}
