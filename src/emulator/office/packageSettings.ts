import type { OpcPackage } from './opc.ts'

const we = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11'
const wetp = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const panesType = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes'
const extensionType = 'http://schemas.microsoft.com/office/2011/relationships/webextension'
const panesContent = 'application/vnd.ms-office.webextensiontaskpanes+xml'
const extensionContent = 'application/vnd.ms-office.webextension+xml'

const extensionOf = (file: OpcPackage): string | undefined => {
  const panes = file.related('', 'webextensiontaskpanes')
  const extension = panes && file.related(panes, 'webextension')
  return extension && file.has(extension) ? extension : undefined
}

/** The add-in's settings as the file keeps them: the properties of its first web extension. */
export const readSettings = (file: OpcPackage): Map<string, string> => {
  const extension = extensionOf(file)
  if (!extension) return new Map()
  const properties = Array.from(file.tree(extension).getElementsByTagNameNS(we, 'property'))
  return new Map(
    properties.map((each) => [each.getAttribute('name') ?? '', each.getAttribute('value') ?? '']),
  )
}

const makeExtension = (file: OpcPackage, folder: string): string => {
  const extension = file.freePath(`${folder}/webextensions/webextension.xml`)
  const panes = file.freePath(`${folder}/webextensions/taskpanes.xml`)
  file.put(
    extension,
    `<we:webextension xmlns:we="${we}" id="{00000000-0000-0000-0000-000000000001}"><we:reference id="00000000-0000-0000-0000-000000000001" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="${r}"/></we:webextension>`,
    extensionContent,
  )
  file.put(panes, `<wetp:taskpanes xmlns:wetp="${wetp}" xmlns:r="${r}"/>`, panesContent)
  const id = file.relate(panes, extensionType, extension)
  const list = file.tree(panes)
  const pane = list.createElementNS(wetp, 'wetp:taskpane')
  for (const [name, text] of [
    ['dockstate', 'right'],
    ['visibility', '0'],
    ['width', '350'],
    ['row', '0'],
  ] as const)
    pane.setAttribute(name, text)
  const reference = list.createElementNS(wetp, 'wetp:webextensionref')
  reference.setAttributeNS(r, 'r:id', id)
  pane.appendChild(reference)
  list.documentElement.appendChild(pane)
  file.change(panes)
  file.relate('', panesType, panes)
  return extension
}

/** Puts the add-in's settings into the file. Nothing is written while there is nothing to keep. */
export const writeSettings = (file: OpcPackage, settings: ReadonlyMap<string, string>): void => {
  const known = extensionOf(file)
  if (!known && settings.size === 0) return
  const extension = known ?? makeExtension(file, file.mainPart().split('/')[0] ?? '')
  const tree = file.tree(extension)
  const list = tree.getElementsByTagNameNS(we, 'properties')[0]
  if (!list) throw new SyntaxError('The web extension has no properties')
  while (list.firstChild) list.removeChild(list.firstChild)
  for (const [name, text] of settings) {
    const property = tree.createElementNS(we, 'we:property')
    property.setAttribute('name', name)
    property.setAttribute('value', text)
    list.appendChild(property)
  }
  file.change(extension)
}
