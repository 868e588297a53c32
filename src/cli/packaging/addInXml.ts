import { xml } from '../../documents/xlsx/xml.ts'
import type { Icon, Manifest } from './unified.ts'

/** How a kind of document is named in both manifests. */
const hosts = { document: 'Document', workbook: 'Workbook' } as const

/** Texts of the ribbon, each stored once with an id of its own as the format asks, at most 32 characters long. */
const resources = () => {
  const kinds = {
    Images: new Map<string, string>(),
    Urls: new Map<string, string>(),
    ShortStrings: new Map<string, string>(),
    LongStrings: new Map<string, string>(),
  }
  return {
    id: (kind: keyof typeof kinds, value: string): string => {
      const known = kinds[kind].get(value)
      const id = known ?? `${kind[0]!.toLowerCase()}${kinds[kind].size + 1}`
      kinds[kind].set(value, id)
      return id
    },
    lines: (): string[] =>
      Object.entries(kinds).flatMap(([kind, values]) => {
        const one = { Images: 'Image', Urls: 'Url', ShortStrings: 'String', LongStrings: 'String' }[kind]!
        return [
          `      <bt:${kind}>`,
          ...[...values].map(([value, id]) => `        <bt:${one} id="${id}" DefaultValue="${xml(value)}"/>`),
          `      </bt:${kind}>`,
        ]
      }),
  }
}

/**
 * The add-in-only manifest for Word and Excel, from the filled unified one: for iPad, for Office LTSC and for
 * Centralized Deployment, which the unified manifest doesn't reach. It names no requirement set, since one would shut
 * out the other host: the pane asks for them at run time. Source: learn.microsoft.com, Office Add-ins "add-in only
 * manifest" and requirement sets of the unified manifest.
 */
export const addInXml = (manifest: Manifest, supportUrl: string): string => {
  const { runtimes, ribbons, alternates } = manifest.extensions[0]!
  const { hide, alternateIcons } = alternates[0]!
  const texts = resources()
  const icons = (list: readonly Icon[], indent: string) => [
    `${indent}<Icon>`,
    ...list.map(
      ({ size, url }) => `${indent}  <bt:Image size="${size}" resid="${texts.id('Images', url)}"/>`,
    ),
    `${indent}</Icon>`,
  ]
  const host = ({ requirements, tabs }: (typeof ribbons)[number]): string[] => {
    const scope = requirements.scopes[0]!
    const runtime = runtimes.find((one) => one.requirements.scopes.includes(scope))!
    const page = texts.id('Urls', runtime.code.page)
    const viewOf = (actionId: string) => runtime.actions.find(({ id }) => id === actionId)!.view
    return [
      `      <Host xsi:type="${hosts[scope]}">`,
      '        <DesktopFormFactor>',
      '          <ExtensionPoint xsi:type="PrimaryCommandSurface">',
      ...tabs.flatMap(({ builtInTabId, groups }) => [
        `            <OfficeTab id="${xml(builtInTabId)}">`,
        ...groups.flatMap((group) => [
          `              <Group id="${xml(group.id)}">`,
          `                <Label resid="${texts.id('ShortStrings', group.label)}"/>`,
          ...icons(group.icons, '                '),
          ...group.controls.flatMap((control) => [
            `                <Control xsi:type="Button" id="${xml(control.id)}">`,
            `                  <Label resid="${texts.id('ShortStrings', control.label)}"/>`,
            '                  <Supertip>',
            `                    <Title resid="${texts.id('ShortStrings', control.supertip.title)}"/>`,
            `                    <Description resid="${texts.id('LongStrings', control.supertip.description)}"/>`,
            '                  </Supertip>',
            ...icons(control.icons, '                  '),
            '                  <Action xsi:type="ShowTaskpane">',
            `                    <TaskpaneId>${xml(viewOf(control.actionId))}</TaskpaneId>`,
            `                    <SourceLocation resid="${page}"/>`,
            '                  </Action>',
            '                </Control>',
          ]),
          '              </Group>',
        ]),
        '            </OfficeTab>',
      ]),
      '          </ExtensionPoint>',
      '        </DesktopFormFactor>',
      '      </Host>',
    ]
  }
  const ribbon = ribbons.flatMap(host)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"',
    '  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    '  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"',
    '  xsi:type="TaskPaneApp">',
    `  <Id>${hide.customOfficeAddin.officeAddinId}</Id>`,
    `  <Version>${manifest.version}.0</Version>`,
    `  <ProviderName>${xml(manifest.developer.name)}</ProviderName>`,
    '  <DefaultLocale>en-GB</DefaultLocale>',
    // Linked to the unified app, the two must not look alike in the list of add-ins.
    `  <DisplayName DefaultValue="${xml(`${manifest.name.short} for Word and Excel`)}"/>`,
    `  <Description DefaultValue="${xml(manifest.description.short)}"/>`,
    `  <IconUrl DefaultValue="${xml(alternateIcons.icon.url)}"/>`,
    `  <HighResolutionIconUrl DefaultValue="${xml(alternateIcons.highResolutionIcon.url)}"/>`,
    `  <SupportUrl DefaultValue="${xml(supportUrl)}"/>`,
    '  <AppDomains>',
    ...manifest.validDomains.map((domain) => `    <AppDomain>https://${xml(domain)}</AppDomain>`),
    '  </AppDomains>',
    '  <Hosts>',
    ...Object.values(hosts).map((name) => `    <Host Name="${name}"/>`),
    '  </Hosts>',
    '  <DefaultSettings>',
    `    <SourceLocation DefaultValue="${xml(runtimes[0]!.code.page)}"/>`,
    '  </DefaultSettings>',
    '  <Permissions>ReadWriteDocument</Permissions>',
    '  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">',
    '    <Hosts>',
    ...ribbon,
    '    </Hosts>',
    '    <Resources>',
    ...texts.lines(),
    '    </Resources>',
    '  </VersionOverrides>',
    '</OfficeApp>',
    '',
  ].join('\n')
}
