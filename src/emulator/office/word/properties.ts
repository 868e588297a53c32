import { value, writable, type HostApi } from '../hostObject.ts'
import { children } from './dom.ts'
import type { WordModel } from './model.ts'
import type { WordFile } from './wordFile.ts'

const cp = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const dc = 'http://purl.org/dc/elements/1.1/'
const dcterms = 'http://purl.org/dc/terms/'
const relation = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
const content = 'application/vnd.openxmlformats-package.core-properties+xml'

/** Word's names for the core properties, and where the file keeps each. */
const places = {
  title: [dc, 'dc:title'],
  subject: [dc, 'dc:subject'],
  author: [dc, 'dc:creator'],
  keywords: [cp, 'cp:keywords'],
  comments: [dc, 'dc:description'],
  category: [cp, 'cp:category'],
  lastAuthor: [cp, 'cp:lastModifiedBy'],
  creationDate: [dcterms, 'dcterms:created'],
} as const
type Name = keyof typeof places

const find = (root: Element, name: Name): Element | undefined => {
  const [namespace, qualified] = places[name]
  const local = qualified.slice(qualified.indexOf(':') + 1)
  return children(root).find((each) => each.namespaceURI === namespace && each.localName === local)
}

const corePath = (word: WordFile): string | undefined => {
  const path = word.file.related('', 'core-properties')
  return path && word.file.has(path) ? path : undefined
}

const read = (word: WordFile, name: Name): string => {
  const path = corePath(word)
  return path ? (find(word.file.tree(path).documentElement, name)?.textContent ?? '') : ''
}

const write = (word: WordFile, name: Name, text: string): void => {
  let path = corePath(word)
  if (!path) {
    path = 'docProps/core.xml'
    word.file.put(path, `<cp:coreProperties xmlns:cp="${cp}" xmlns:dc="${dc}"/>`, content)
    word.file.relate('', relation, path)
  }
  const root = word.file.tree(path).documentElement
  const [namespace, qualified] = places[name]
  const place = find(root, name) ?? root.appendChild(root.ownerDocument.createElementNS(namespace, qualified))
  while (place.firstChild) place.removeChild(place.firstChild)
  place.appendChild(root.ownerDocument.createTextNode(text))
  word.file.change(path)
  word.tell()
}

/** As the file was last saved; Word's own number lags behind in the same way (Stack Overflow 56236089). */
const securityOf = (word: WordFile): number => {
  const path = word.file.related('', 'extended-properties')
  const root = path && word.file.has(path) ? word.file.tree(path).documentElement : null
  const found = root && children(root).find(({ localName }) => localName === 'DocSecurity')
  return Number(found?.textContent ?? 0) || 0
}

export class DocumentProperties {
  static readonly api: HostApi = {
    name: 'DocumentProperties',
    tracked: true,
    members: {
      title: writable('WordApi 1.3'),
      subject: writable('WordApi 1.3'),
      author: writable('WordApi 1.3'),
      keywords: writable('WordApi 1.3'),
      comments: writable('WordApi 1.3'),
      category: writable('WordApi 1.3'),
      lastAuthor: value('WordApi 1.3'),
      creationDate: value('WordApi 1.3'),
      security: value('WordApi 1.3'),
    },
  }

  constructor(model: WordModel) {
    for (const name of Object.keys(places) as Name[])
      Object.defineProperty(this, name, {
        enumerable: true,
        get: () => read(model.word, name),
        set: (text: string) => {
          write(model.word, name, text)
        },
      })
    Object.defineProperty(this, 'security', { enumerable: true, get: () => securityOf(model.word) })
  }
}
