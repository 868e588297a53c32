import type { Block } from '../../documents/blocks.ts'
import { heading, strong, text } from '../../documents/minutes/parts.ts'
import { basisOf, bases, keptAs, type Mark, markOf, subjects } from '../../domain/dataProtection.ts'
import { type AnyRecordType, type Audience, fieldsOf } from '../../domain/record.ts'
import { retentionGroups } from '../../domain/records/retentionRule.ts'

/** Who can read each site, in words; the people in it are the school's. */
const audienceWords: Readonly<Record<Audience, string>> = {
  senco: 'SENCO site: the SENCO and deputies; the head where the school lets them in; IT as owners',
  staff: 'Staff site: teachers and assistants, the SENCO; IT as owners',
  managers: 'Site for line managers of staff',
  governors: 'Site for governors and the trust',
}
const guardWords = 'With permissions of its own: others add rows and read back only their own'

const markWords: Readonly<Record<Mark, string>> = {
  special: 'Tells of health, need, origin or danger',
  words: 'Long text, in which anything can stand',
  personal: 'Other fields',
  link: 'Links to other records',
}

const keptWords = (type: AnyRecordType): string => {
  const kept = keptAs(type)
  if (kept === 'inUse') return 'While it is in use: no period is set, the school takes it out'
  if (kept === 'stays') return 'Stays, as evidence of what went. Names no pupil'
  return kept.map((group) => retentionGroups[group]).join('; ')
}

const line = (title: string, words: string) => [strong(`${title}: `), text(words)]

const aboutPeople = (type: AnyRecordType): Block[] => {
  const basis = basisOf(type)!
  const marked = (Object.keys(markWords) as Mark[]).flatMap((mark) => {
    const labels = fieldsOf(type).flatMap(([, field]) => (markOf(type, field) === mark ? [field.label] : []))
    return labels.length > 0 ? [line(markWords[mark], labels.join(' · '))] : []
  })
  const basisWords = bases[basis]
  return [
    heading(2, type.label),
    { is: 'paragraph', runs: [text(type.about)] },
    {
      is: 'list',
      items: [
        line('List', type.list),
        line('Whose data', type.people.map((who) => subjects[who]).join('; ')),
        line(
          'Who can see it',
          [audienceWords[type.audience], ...(type.guard ? [guardWords] : [])].join('. '),
        ),
        line('Lawful basis', basisWords.what),
        line('Kept', keptWords(type)),
        ...marked,
      ],
    },
  ]
}

/** Every record type: whose data, who sees it, on what basis, how long, and what each of its fields tells. */
export const dataMap = (types: readonly AnyRecordType[]): Block[] => {
  const nobody = types.filter(({ people }) => people.length === 0)
  const ofPupils = types.filter(({ people }) => people.includes('pupil'))
  const ofOthers = types.filter((type) => !nobody.includes(type) && !ofPupils.includes(type))
  return [
    heading(1, 'Data map'),
    {
      is: 'paragraph',
      runs: [
        text(
          'Every list of the app with all its fields, from the declarations that the app itself works by. Beside these fields each row has its own key, whether it is archived and why, and SharePoint’s own record of who made and changed it and when. That a child stands in one of these lists says already that there is or was a concern: treat every row about a pupil as special category data.',
        ),
      ],
    },
    ...[...ofPupils, ...ofOthers].flatMap(aboutPeople),
    heading(2, 'Lists that are about nobody'),
    {
      is: 'table',
      summary: 'Lists that hold settings and what the school offers, and no personal data',
      head: ['Record', 'List', 'What it is'],
      widths: [3, 3, 8],
      rows: nobody.map(({ label, list, about }) =>
        [label, list, about].map((words) => ({ runs: [text(words)] })),
      ),
    },
    {
      is: 'paragraph',
      runs: [
        text(
          'They are declared to hold no personal data. Nobody stops a person from typing a name into a note there.',
        ),
      ],
    },
  ]
}
