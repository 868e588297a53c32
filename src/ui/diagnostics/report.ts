import { t } from '../../words/t.ts'
import type { Checked } from './gather.ts'
import { type Addresses, type Line, type LineGroup, markWords } from './line.ts'
import { networkLines } from './networkLines.ts'
import { runsLines } from './runsLines.ts'
import { signInLines } from './signInLines.ts'
import { siteLines } from './siteLines.ts'
import { tries, type TryAnswers } from './tries.ts'

export const groupsOf = (checked: Checked, address: Addresses): LineGroup[] => [
  { title: t`Where it runs`, lines: runsLines(checked, address) },
  { title: t`Signing in`, lines: signInLines(checked) },
  { title: t`Sites and lists`, lines: siteLines(checked, address) },
  { title: t`Connection`, lines: networkLines(checked) },
]

const lineText = ({ what, result, mark, todo }: Line): string =>
  `[${markWords[mark]}] ${what}: ${result}${todo ? t`\n    To do: ${todo}` : ''}`

const saidWords = { yes: 'yes', no: 'no' } as const
// Notes stay on their line: what a person pastes can't pass for one of ours.
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** The checks as plain text for whoever gives support: the lines of the page, then what was tried by hand. */
export const asText = (checked: Checked, address: Addresses, answers: TryAnswers): string => {
  const tried = tries.flatMap(({ id, question }) => {
    const { said, notes } = answers[id] ?? { said: null, notes: '' }
    if (said === null && notes.trim() === '') return []
    return [`${question} ${said ? saidWords[said] : t`not said`}${notes.trim() ? `; ${oneLine(notes)}` : ''}`]
  })
  return [
    t`Goldthread checks, ${checked.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    ...groupsOf(checked, address).flatMap(({ title, lines }) => ['', title, ...lines.map(lineText)]),
    ...(tried.length > 0 ? ['', t`Tried by hand`, ...tried] : []),
    '',
  ].join('\n')
}
