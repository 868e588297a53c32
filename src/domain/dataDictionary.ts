import type { Field, Kind } from './fields.ts'
import { type AnyRecordType, fieldsOf, recordTypesVersion } from './record.ts'
import { showMoney } from './rules/money.ts'

const holds: { [K in Kind]: (field: Extract<Field, { kind: K }>) => string } = {
  text: (f) => `text, up to ${f.max} characters`,
  longText: () => 'text of several lines',
  wholeNumber: (f) => `whole number, ${f.min} to ${f.max}${f.asAge ? ' months' : f.unit ? ` ${f.unit}` : ''}`,
  decimal: (f) => `number, ${f.min} to ${f.max}, ${f.places} decimal places${f.unit ? `, ${f.unit}` : ''}`,
  money: () => `whole pence (${showMoney(123456)} is 123456)`,
  date: () => 'calendar date',
  choice: (f) =>
    Object.entries(f.choices)
      .map(([code, name]) => `\`${code}\` ${name}`)
      .join(' · '),
  yesNo: () => 'yes or no',
  key: (f) => `key of a ${f.to}`,
  upn: () => 'Unique Pupil Number, 13 characters',
}
const cell = (text: string) => text.replaceAll('|', '\\|')

const guards = { none: '', addOnly: ' (readers add rows and read only their own)' }

const section = (type: AnyRecordType): string[] => [
  `## ${type.label}`,
  '',
  `${type.about} List **${type.list}**, site \`${type.audience}\`${guards[type.guard ?? 'none']}, tags begin \`${type.short}.\`.`,
  '',
  '| Field | Name | Holds | Needed | Indexed | Since |',
  '| --- | --- | --- | --- | --- | --- |',
  ...fieldsOf(type).map(([name, field]) => {
    const kind = (holds[field.kind] as (f: Field) => string)(field)
    const help = field.help ? ` *${field.help}*` : ''
    return `| ${cell(field.label)} | \`${name}\` | ${cell(kind + help)} | ${field.required ? 'yes' : ''} | ${field.indexed ? 'yes' : ''} | ${Math.max(field.since, type.since ?? 1)} |`
  }),
  '',
  ...(type.rules ?? []).map((rule) => `- Refused: ${rule.message}.`),
  ...((type.rules ?? []).length > 0 ? [''] : []),
]

/** The data dictionary, as Markdown, from the record types themselves. */
export const dataDictionary = (types: readonly AnyRecordType[]): string =>
  [
    '# Data dictionary',
    '',
    `Made from the record types in \`src/domain/records\` by \`npm run dictionary\`; version ${recordTypesVersion}. Don’t edit it by hand.`,
    '',
    'Every list also holds the record’s own key (26 characters, unique), whether it is archived and why, and what SharePoint keeps by itself: who made and changed it, and when. Nothing recorded is a blank column. A key of another record is text, not a SharePoint lookup.',
    '',
    ...types.flatMap(section),
  ].join('\n')
