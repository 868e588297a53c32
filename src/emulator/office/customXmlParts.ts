/** One custom XML part of the open document. `id` is its store id, `{GUID}`, as data bindings name it. */
export type XmlPart = { id: string; namespace: string; xml: string; builtIn: boolean }

/** The custom XML parts of the open document, wherever the file format keeps them. */
export type CustomXmlParts = {
  list(): XmlPart[]
  get(id: string): XmlPart | undefined
  /** Adds a part and gives its id; null when the text is not XML. */
  add(xml: string): string | null
  remove(id: string): boolean
}
