import { readFileSync } from 'node:fs'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { expect, test } from 'vitest'
import { addInXml } from '../../src/cli/packaging/addInXml.ts'
import { packageIds } from '../../src/cli/packaging/appIds.ts'
import { unifiedManifest } from '../../src/cli/packaging/unified.ts'

/**
 * What may stand in each element, in this order; `!` must stand there, `*` may stand there more than once. Microsoft's
 * own check of this format is a web service. Source: learn.microsoft.com, Office Add-ins, "manifest reference".
 */
const inside: Readonly<Record<string, string>> = {
  OfficeApp:
    'Id! Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! AppDomains Hosts! Requirements DefaultSettings! Permissions! VersionOverrides!',
  AppDomains: 'AppDomain!*',
  Hosts: 'Host!*',
  Host: 'DesktopFormFactor',
  DefaultSettings: 'SourceLocation!',
  VersionOverrides: 'Requirements Hosts! Resources!',
  DesktopFormFactor: 'FunctionFile ExtensionPoint!*',
  ExtensionPoint: 'OfficeTab!',
  OfficeTab: 'Group!*',
  Group: 'Label! Icon! Control!*',
  Control: 'Label! Supertip! Icon! Action!',
  Supertip: 'Title! Description!',
  Icon: 'bt:Image!*',
  Action: 'TaskpaneId SourceLocation!',
  Resources: 'bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!',
  'bt:Images': 'bt:Image!*',
  'bt:Urls': 'bt:Url!*',
  'bt:ShortStrings': 'bt:String!*',
  'bt:LongStrings': 'bt:String!*',
}

const childrenOf = (element: Element): Element[] =>
  [...element.childNodes].filter((node) => node.nodeType === node.ELEMENT_NODE) as Element[]

/** What is missing, unknown, doubled or in the wrong place below an element. */
const misplaced = (element: Element): string[] => {
  const children = childrenOf(element)
  const rule = (inside[element.tagName] ?? '').split(' ').filter(Boolean)
  const names = rule.map((part) => part.replace(/[!*]+$/, ''))
  const told: string[] = []
  let reached = 0
  for (const { tagName } of children) {
    const at = names.indexOf(tagName)
    if (at < 0) told.push(`${element.tagName} holds ${tagName}`)
    else if (at < reached) told.push(`${tagName} stands too late in ${element.tagName}`)
    reached = Math.max(reached, at)
  }
  for (const [at, part] of rule.entries()) {
    const count = children.filter(({ tagName }) => tagName === names[at]).length
    if (part.includes('!') && count === 0) told.push(`${element.tagName} lacks ${names[at]}`)
    if (!part.includes('*') && count > 1) told.push(`${element.tagName} has ${count} ${names[at]}`)
  }
  return [...told, ...children.flatMap(misplaced)]
}

const made = (): string => {
  const clientId = '1b4e28ba-2fa1-11d2-883f-0016d3cca427'
  const values = { host: 'goldthread.example.sch.uk', clientId, ...packageIds(clientId) }
  const manifest = unifiedManifest(readFileSync('manifest/manifest.json', 'utf8'), values, '1.2.3')
  return addInXml(manifest, manifest.developer.websiteUrl)
}
const rootOf = (xml: string): Element => new DOMParser().parseFromString(xml, 'text/xml').documentElement!
const all = (name: string): Element[] => [...rootOf(made()).getElementsByTagName(name)]

test('each element of the add-in-only manifest stands where the format wants it, and none is missing', () => {
  expect(misplaced(rootOf(made()))).toEqual([])
})

test('a misplaced, an unknown and a missing element are noticed', () => {
  const without = made().replace(/ *<ProviderName>.*\n/, '')
  expect(misplaced(rootOf(without))).toEqual(['OfficeApp lacks ProviderName'])
  const moved = without.replace('  <DefaultLocale>', '  <Colour/>\n  <SupportUrl/>\n  <DefaultLocale>')
  expect(misplaced(rootOf(moved))).toEqual([
    'OfficeApp holds Colour',
    'DefaultLocale stands too late in OfficeApp',
    'DisplayName stands too late in OfficeApp',
    'Description stands too late in OfficeApp',
    'IconUrl stands too late in OfficeApp',
    'HighResolutionIconUrl stands too late in OfficeApp',
    'OfficeApp lacks ProviderName',
    'OfficeApp has 2 SupportUrl',
  ])
})

test('its texts are no longer than Office takes, and its addresses are of the school’s host by https', () => {
  const longest = (list: string) =>
    Math.max(
      ...all(list)
        .flatMap(childrenOf)
        .map((one) => one.getAttribute('DefaultValue')!.length),
    )
  expect(longest('bt:ShortStrings')).toBeLessThanOrEqual(125)
  expect(longest('bt:LongStrings')).toBeLessThanOrEqual(250)
  const named = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'bt:Url'].flatMap(all)
  const addresses = [...named, ...all('bt:Images').flatMap(childrenOf)]
  expect(addresses.length).toBeGreaterThan(10)
  for (const one of addresses)
    expect(one.getAttribute('DefaultValue')).toMatch(/^https:\/\/goldthread\.example\.sch\.uk\//)
})

test('each host has its button with every size of icon, and Word’s pane is the one that opens with a document', () => {
  const hosts = all('Host').map((one) => one.getAttribute('xsi:type') ?? one.getAttribute('Name'))
  expect(hosts).toEqual(['Document', 'Workbook', 'Document', 'Workbook'])
  expect(all('TaskpaneId').map((one) => one.textContent)).toEqual([
    'Office.AutoShowTaskpaneWithDocument',
    'excelPane',
  ])
  for (const icon of all('Icon'))
    expect(childrenOf(icon).map((one) => Number(one.getAttribute('size')))).toEqual([
      16, 20, 24, 32, 40, 48, 64, 80,
    ])
})
