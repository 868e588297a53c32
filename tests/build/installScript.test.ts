import { beforeAll, expect, test } from 'vitest'
import type { Node } from 'web-tree-sitter'
import { recordTypes } from '../../src/domain/records/index.ts'
import { fieldsOf } from '../../src/domain/record.ts'
import { installPlan } from '../../src/cli/packaging/installPlan.ts'
import { installScript } from '../../src/cli/packaging/installScript.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { dailyScopes } from '../../src/graph/signIn.ts'
import { changing, known } from './installCmdlets.ts'
import { planIn } from './installPlanIn.ts'
import { commands, every, powerShell, unread } from './powerShell.ts'

const plan = installPlan({ host: 'goldthread.example.sch.uk', config: localConfig, version: '1.2.3' })
let text = ''
let read: (text: string) => Node
let root: Node
beforeAll(async () => {
  text = await installScript(plan)
  read = await powerShell()
  root = read(text)
})

test('the script is PowerShell from its first to its last line, and a slip in it would be noticed', () => {
  expect(unread(root)).toEqual([])
  for (const slip of [
    text.replace('function Write-Plan {', 'function Write-Plan '),
    text.replace("'@ | ConvertFrom-Json", ''),
    text.replace('if (-not $Apply) {', 'if (-not $Apply {'),
  ])
    expect(unread(read(slip))).not.toEqual([])
})

test('it is plain ASCII with the line ends of Windows: no editor and no console changes a letter', () => {
  expect(/[^\r\n\x20-\x7e]/.exec(text)).toBeNull()
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('every command is known with the parameters that it is given, and every function is used', () => {
  const functions = new Map(
    every(root, 'function_statement').map((node) => [
      every(node, 'function_name')[0]!.text,
      every(every(node, 'param_block')[0] ?? node, 'script_parameter').map((each) =>
        every(each, 'variable')[0]!.text.slice(1),
      ),
    ]),
  )
  const used = commands(root).filter(({ name }) => !name.startsWith('$step.'))
  for (const { name, parameters, line } of used) {
    const may = functions.get(name) ?? known[name]
    expect(may, `${name}, line ${line}`).toBeDefined()
    for (const each of parameters) expect([...may!, 'ErrorAction'], `${name}, line ${line}`).toContain(each)
  }
  const names = new Set(used.map(({ name }) => name))
  expect([...functions.keys()].filter((name) => !names.has(name))).toEqual([])
})

test('every variable is set somewhere, and the script reads nothing of the plan that isn’t there', () => {
  const automatic = ['$_', '$null', '$true', '$false', '$Matches', '$ErrorActionPreference', '$YOURS']
  const set = new Set([
    ...automatic,
    ...every(root, 'left_assignment_expression').flatMap((each) =>
      every(each, 'variable').map((one) => one.text),
    ),
    ...every(root, 'script_parameter').map((each) => every(each, 'variable')[0]!.text),
    ...every(root, 'foreach_statement').map((each) => every(each, 'variable')[0]!.text),
  ])
  const unset = every(root, 'variable').filter((each) => !set.has(each.text))
  expect(unset.map((each) => `${each.text}, line ${each.startPosition.row + 1}`)).toEqual([])
  const script = text.slice(text.indexOf("'@ | ConvertFrom-Json"))
  for (const [, path] of script.matchAll(/\$Plan\.((?:\w+\.)*\w+)/g)) {
    const [first, second] = path!.split('.') as [keyof typeof plan, string?]
    expect(plan, path).toHaveProperty(first)
    if (second !== undefined && !Array.isArray(plan[first])) expect(plan[first], path).toHaveProperty(second)
  }
})

test('nothing is changed but by a step’s Do, which runs after the one question alone', () => {
  const within = (node: Node | null): string[] =>
    node === null
      ? []
      : [...(node.type === 'function_statement' ? [every(node, 'function_name')[0]!.text] : []), ...within(node.parent)] // prettier-ignore
  for (const node of every(root, 'command')) {
    const asks = /^Invoke-Graph -Method (?:Post|Patch|Delete|Put)/.test(node.text)
    if (!changing.test(node.text) && !asks) continue
    const block = (() => {
      for (let at = node.parent; at; at = at.parent) if (at.type === 'script_block_expression') return at
      return null
    })()
    expect(within(node), node.text).toEqual([])
    expect(text.slice(0, block?.startIndex).trimEnd().slice(-3), node.text).toBe('-Do')
  }
  expect(text.match(/& \$step\.Do/g)).toHaveLength(1)
  expect(text.match(/Read-Host/g)).toHaveLength(1)
  expect(text.match(/\bInvoke-Steps\b/g)).toHaveLength(2)
  expect(text.slice(text.indexOf('Read-Host'))).toContain('    Invoke-Steps\r\n')
})

test('what the script holds is the plan, with each column of each record type', () => {
  expect(planIn(text)).toEqual(JSON.parse(JSON.stringify(plan)))
  const kept = recordTypes.filter(({ audience }) => localConfig.schools[0]!.sites[audience])
  expect(kept.length).toBeGreaterThan(50)
  for (const type of kept) {
    const list = plan.lists[type.audience]?.find(({ definition }) => definition.displayName === type.list)
    expect(list, type.name).toMatchObject({ guard: type.guard ?? null })
    for (const [name, { label }] of fieldsOf(type))
      expect(
        list!.definition.columns.some((each) => (each as { displayName?: string }).displayName === label),
        `${type.name}.${name}`,
      ).toBe(true)
  }
})

test('the registration gets the redirects and the scopes of each day, acts as a person, and has no secret', () => {
  expect(plan.app).toMatchObject({
    redirectUris: [
      'https://goldthread.example.sch.uk/redirect.html',
      'brk-multihub://goldthread.example.sch.uk',
    ],
    scopes: dailyScopes.map((scope) => scope.split('/').at(-1)),
  })
  expect(text).not.toMatch(/addPassword|addKey|client_secret|'Role'|AppRole/i)
  expect(plan.adminUrl).toBe('https://oakfieldtrust-admin.sharepoint.com')
})
