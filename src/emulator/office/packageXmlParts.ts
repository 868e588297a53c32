import type { CustomXmlParts, XmlPart } from './customXmlParts.ts'
import type { OpcPackage } from './opc.ts'

const itemType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'
const propsType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps'
const propsContent = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'
const ds = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'

const guid = (): string => `{${crypto.randomUUID().toUpperCase()}}`

const propsOf = (file: OpcPackage, path: string): string | undefined => file.related(path, 'customXmlProps')

const idOf = (file: OpcPackage, path: string): string | undefined => {
  const props = propsOf(file, path)
  if (!props || !file.has(props)) return undefined
  return file.tree(props).documentElement.getAttributeNS(ds, 'itemID') ?? undefined
}

const pathsOf = (file: OpcPackage): { path: string; relationship: string }[] =>
  file
    .relationships(file.mainPart())
    .filter((each) => each.type === itemType && file.has(each.target))
    .map((each) => ({ path: each.target, relationship: each.id }))

const bare = (xml: string): string => xml.replace(/^\uFEFF?\s*<\?xml[^>]*\?>\s*/, '')

/** Adds a custom XML part under a store id; the id that an existing part has already is not used twice. */
export const addXmlPart = (file: OpcPackage, xml: string, wantedId: string = guid()): string => {
  const taken = new Set(pathsOf(file).map(({ path }) => idOf(file, path)))
  const id = taken.has(wantedId) ? guid() : wantedId
  const path = file.freePath('customXml/item.xml')
  const props = file.freePath('customXml/itemProps.xml')
  file.put(path, `<?xml version="1.0" encoding="UTF-8"?>\n${bare(xml)}`, 'application/xml')
  file.put(
    props,
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${ds}"><ds:schemaRefs/></ds:datastoreItem>`,
    propsContent,
  )
  file.relate(path, propsType, props)
  file.relate(file.mainPart(), itemType, path)
  return id
}

/** The custom XML parts of a package, as its main part relates them. */
export const packageXmlParts = (file: OpcPackage): CustomXmlParts => {
  const list = (): XmlPart[] =>
    pathsOf(file).map(({ path }) => {
      const namespace = file.tree(path).documentElement.namespaceURI ?? ''
      return { id: idOf(file, path) ?? path, namespace, xml: bare(file.text(path)), builtIn: false }
    })
  return {
    list,
    get: (id) => list().find((part) => part.id === id),
    add: (xml) => {
      try {
        file.xml.parse(xml)
      } catch {
        return null
      }
      return addXmlPart(file, xml)
    },
    remove: (id) => {
      const found = pathsOf(file).find(({ path }) => (idOf(file, path) ?? path) === id)
      if (!found) return false
      const props = propsOf(file, found.path)
      if (props) file.remove(props)
      file.remove(found.path)
      file.unrelate(file.mainPart(), found.relationship)
      return true
    },
  }
}
