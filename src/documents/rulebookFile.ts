import { blank, check, fieldsOf } from '../domain/record.ts'
import { CostingRulebook } from '../domain/records/costingRulebook.ts'
import { entriesInWords, inWords, t } from '../words/t.ts'
import { isRow, packText, readPackText } from './packFile.ts'

const kind = 'goldthread costing rules'

/** An authority's costing rules as a file for other schools. Names no child. */
export const rulebookText = (book: CostingRulebook): string =>
  packText(kind, {
    rules: Object.fromEntries(
      fieldsOf(CostingRulebook).flatMap(([name]) => {
        const value = (book as Record<string, unknown>)[name] ?? null
        return value === null ? [] : [[name, value]]
      }),
    ),
  })

/** What is wrong with a row: of a choice, what stands in the file for each of its answers. */
const saidOf = ({ field: name, message }: { readonly field: string; readonly message: string }): string => {
  const field = fieldsOf(CostingRulebook).find(([one]) => one === name)?.[1]
  if (field?.kind !== 'choice') return message
  const answers = entriesInWords(field.choices).map(([code, words]) => `${code} (${words})`)
  return t`${inWords(field.label)} is one of: ${answers.join(', ')}`
}

/** Costing rules from such a file. A complaint names the row that can't be taken; nothing is taken by half. */
export const readRulebook = (
  text: string,
): { readonly rulebook: CostingRulebook } | { readonly complaint: string } => {
  const read = readPackText(text, kind, 'file of costing rules')
  if ('complaint' in read) return read
  const { rules } = read.content
  if (!isRow(rules)) return { complaint: t`This file of costing rules has no rules in it.` }
  const known = new Map(fieldsOf(CostingRulebook))
  const strange = Object.keys(rules).find((name) => !known.has(name))
  if (strange !== undefined)
    return { complaint: t`This file has a row “${strange.slice(0, 40)}” that costing rules don’t have.` }
  const rulebook = blank(CostingRulebook, rules as Partial<CostingRulebook>)
  const [wrong] = check(CostingRulebook, rulebook)
  if (wrong) return { complaint: t`The row “${wrong.field}” can’t be taken. ${saidOf(wrong)}.` }
  return { rulebook }
}
