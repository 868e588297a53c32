import { unzipSync, zipSync, type Zippable } from 'fflate'
import type { Xml } from './xml.ts'

export type Relationship = { id: string; type: string; target: string; external: boolean }

const typesPath = '[Content_Types].xml'
const typesNs = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relsNs = 'http://schemas.openxmlformats.org/package/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
/** ZIP has no earlier date; a fixed one makes the same document the same bytes. */
const epoch = '1980-01-01T00:00:00'

export const relsPath = (part: string): string => {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

const resolved = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The way from one part to another, as a relationship writes it. */
const relative = (from: string, to: string): string => {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  while (here.length > 0 && here[0] === there[0]) {
    here.shift()
    there.shift()
  }
  return [...here.map(() => '..'), ...there].join('/')
}

/**
 * An Office file as its parts, by path without a leading slash. A part that nobody changes is saved as the bytes
 * that came in; one that is read as XML is kept as a tree and written again only after `change`.
 */
export class OpcPackage {
  readonly xml: Xml
  readonly #parts: Map<string, Uint8Array>
  readonly #trees = new Map<string, Document>()
  readonly #changed = new Set<string>()
  readonly #revisions = new Map<string, number>()
  readonly #relations = new Map<string, { revision: number; list: Relationship[] }>()

  constructor(parts: Map<string, Uint8Array>, xml: Xml) {
    this.#parts = parts
    this.xml = xml
  }

  /** Opens a zipped file. Throws when the bytes are not a ZIP archive or have no list of content types. */
  static open(bytes: Uint8Array, xml: Xml): OpcPackage {
    const parts = new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')))
    if (!parts.has(typesPath)) throw new SyntaxError('The file has no list of content types')
    return new OpcPackage(parts, xml)
  }

  paths(): string[] {
    return [...this.#parts.keys()]
  }

  has(path: string): boolean {
    return this.#parts.has(path)
  }

  bytes(path: string): Uint8Array {
    const tree = this.#changed.has(path) ? this.#trees.get(path) : undefined
    if (tree) {
      this.#parts.set(path, new TextEncoder().encode(head + this.xml.write(tree)))
      this.#changed.delete(path)
    }
    const bytes = this.#parts.get(path)
    if (!bytes) throw new SyntaxError(`The file has no part ${path}`)
    return bytes
  }

  text(path: string): string {
    return new TextDecoder().decode(this.bytes(path))
  }

  /** A part as XML. The same tree each time: call `change` after changing it. */
  tree(path: string): Document {
    const known = this.#trees.get(path)
    if (known) return known
    const tree = this.xml.parse(this.text(path))
    this.#trees.set(path, tree)
    return tree
  }

  change(path: string): void {
    this.#changed.add(path)
    this.#revise(path)
  }

  /** Grows with each change of a part, so that what was worked out from it can be kept until then. */
  revision(path: string): number {
    return this.#revisions.get(path) ?? 0
  }

  #revise(path: string): void {
    this.#revisions.set(path, this.revision(path) + 1)
  }

  put(path: string, content: Uint8Array | string, contentType: string): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    this.#parts.set(path, bytes)
    this.#trees.delete(path)
    this.#changed.delete(path)
    this.#revise(path)
    this.#declare(path, contentType)
  }

  remove(path: string): void {
    this.#parts.delete(path)
    this.#parts.delete(relsPath(path))
    for (const gone of [path, relsPath(path)]) {
      this.#trees.delete(gone)
      this.#changed.delete(gone)
      this.#revise(gone)
    }
    const types = this.tree(typesPath)
    for (const override of Array.from(types.getElementsByTagNameNS(typesNs, 'Override')))
      if (override.getAttribute('PartName') === `/${path}`) override.parentNode?.removeChild(override)
    this.change(typesPath)
  }

  /** A path like the given one that no part has yet: word/header.xml → word/header3.xml. */
  freePath(path: string): string {
    const [, stem = path, extension = ''] = /^(.*?)\d*(\.[^./]+)?$/.exec(path) ?? []
    for (let number = 1; ; number++)
      if (!this.has(`${stem}${number}${extension}`)) return `${stem}${number}${extension}`
  }

  contentType(path: string): string {
    const types = this.tree(typesPath)
    for (const override of Array.from(types.getElementsByTagNameNS(typesNs, 'Override')))
      if (override.getAttribute('PartName') === `/${path}`) return override.getAttribute('ContentType') ?? ''
    return this.#default(path) ?? ''
  }

  relationships(part: string): readonly Relationship[] {
    const path = relsPath(part)
    if (!this.has(path)) return []
    const known = this.#relations.get(path)
    if (known?.revision === this.revision(path)) return known.list
    const list = this.#readRelationships(part)
    this.#relations.set(path, { revision: this.revision(path), list })
    return list
  }

  #readRelationships(part: string): Relationship[] {
    const found = this.tree(relsPath(part)).getElementsByTagNameNS(relsNs, 'Relationship')
    return Array.from(found).map((each) => {
      const external = each.getAttribute('TargetMode') === 'External'
      const target = each.getAttribute('Target') ?? ''
      return {
        id: each.getAttribute('Id') ?? '',
        type: each.getAttribute('Type') ?? '',
        target: external ? target : resolved(part, target),
        external,
      }
    })
  }

  /** The part that a relationship of this kind leads to (`kind` is the end of its type). */
  related(part: string, kind: string): string | undefined {
    return this.relationships(part).find((each) => each.type.endsWith(`/${kind}`))?.target
  }

  /** Adds a relationship and gives its id, which no other relationship of the part has. */
  relate(part: string, type: string, target: string, external = false): string {
    const path = relsPath(part)
    if (!this.has(path))
      this.#parts.set(path, new TextEncoder().encode(`${head}<Relationships xmlns="${relsNs}"/>`))
    const taken = new Set(this.relationships(part).map((each) => each.id))
    let number = taken.size + 1
    while (taken.has(`rId${number}`)) number++
    const tree = this.tree(path)
    const added = tree.createElementNS(relsNs, 'Relationship')
    added.setAttribute('Id', `rId${number}`)
    added.setAttribute('Type', type)
    added.setAttribute('Target', external ? target : relative(part, target))
    if (external) added.setAttribute('TargetMode', 'External')
    tree.documentElement.appendChild(added)
    this.change(path)
    return `rId${number}`
  }

  unrelate(part: string, id: string): void {
    const found = this.tree(relsPath(part)).getElementsByTagNameNS(relsNs, 'Relationship')
    for (const each of Array.from(found))
      if (each.getAttribute('Id') === id) each.parentNode?.removeChild(each)
    this.change(relsPath(part))
  }

  mainPart(): string {
    const main = this.related('', 'officeDocument')
    if (!main || !this.has(main)) throw new SyntaxError('The file has no main part')
    return main
  }

  /** The file as it would be saved now. */
  save(): Uint8Array {
    const files: Zippable = {}
    const first = [typesPath, relsPath('')].filter((path) => this.has(path))
    for (const path of new Set([...first, ...this.paths()])) files[path] = this.bytes(path)
    return zipSync(files, { level: 6, mtime: epoch })
  }

  #default(path: string): string | undefined {
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
    const defaults = this.tree(typesPath).getElementsByTagNameNS(typesNs, 'Default')
    const found = Array.from(defaults).find(
      (each) => each.getAttribute('Extension')?.toLowerCase() === extension,
    )
    return found?.getAttribute('ContentType') ?? undefined
  }

  #declare(path: string, contentType: string): void {
    if (this.contentType(path) === contentType) return
    const types = this.tree(typesPath)
    const added = types.createElementNS(typesNs, 'Override')
    added.setAttribute('PartName', `/${path}`)
    added.setAttribute('ContentType', contentType)
    types.documentElement.appendChild(added)
    this.change(typesPath)
  }
}
