import { type Field, show } from '../domain/fields.ts'
import type { Stored } from '../domain/record.ts'
import type { Withholding } from '../domain/records/withholding.ts'
import { type Finding, wrongChildGuard } from '../domain/rules/wrongChild.ts'
import {
  type Candidate,
  candidateId,
  documentKey,
  documentType,
  givenFields,
  type LookReason,
} from './candidate.ts'
import { declared } from './declaredReasons.ts'
import { withEchoes } from './echoes.ts'
import { looks, placesOf } from './findText.ts'
import type { Loose, PupilFile } from './pupilFile.ts'

const isText = ({ kind }: Field) => ['text', 'longText', 'upn'].includes(kind)

/** What each kind of finding is called where somebody looks at it. */
export const findingWords: Record<Finding['kind'], string> = {
  name: 'May name another pupil',
  surname: 'Holds the surname of another pupil',
  forename: 'Holds the forename of another pupil',
  upn: 'Holds another pupil’s UPN',
  dateOfBirth: 'Holds a date on which another pupil was born',
  restricted: 'Holds a word that your school looks at first',
}

const guardFor = ({ pupil, everyone, schools, contacts }: PupilFile) => {
  const settings = schools as readonly unknown[] as readonly Loose[]
  const restricted = settings
    .map((school) => school['restrictedWords'])
    .filter((words): words is string => typeof words === 'string')
    .flatMap((words) => words.split('\n').map((word) => word.trim()))
    .filter(Boolean)
  return wrongChildGuard(everyone, {
    about: new Set([pupil.key]),
    adults: contacts.map(({ name }) => name),
    days: [pupil.dateOfBirth, pupil.planIssued, pupil.planVersion],
    restricted,
  })
}

/**
 * What a person has to look at before a pupil's record is given: what the declarations say is from or about others,
 * and text that holds other pupils, contacts, telephone numbers or email addresses. What was blacked out or kept back
 * in one place is looked for in all others. What it can't know: nicknames, and what only a person who knows the
 * family would understand; so the whole record can be read and added to.
 */
export const candidatesOf = (
  file: PupilFile,
  decisions: readonly Stored<Withholding>[],
): readonly Candidate[] => {
  const guard = guardFor(file)
  const ours = new Set(file.schools.flatMap(({ telephone, email }) => [telephone, email]).filter(Boolean))
  const contactNames = file.contacts.map(({ name }) => name).filter((name) => name.includes(' '))
  const taken = new Set(decisions.map((each) => candidateId(each.recordType, each.record, each.field)))
  const found: Candidate[] = []
  const all: Candidate[] = []
  for (const { type, records } of file.lists)
    for (const record of records) {
      for (const [name, field] of givenFields(type)) {
        const value = record[name]
        if (value === null || value === undefined) continue
        const candidate = (said: string, reasons: readonly LookReason[]): Candidate => ({
          id: candidateId(type.name, record.key, name),
          recordType: type.name,
          record: record.key,
          field: name,
          list: type.list,
          label: field.label,
          text: said,
          reasons,
          echoes: [],
        })
        if (typeof value !== 'string' || !isText(field)) {
          const other = candidate(show(field, value), [])
          if (taken.has(other.id)) found.push({ ...other, reasons: [chosen] })
          continue
        }
        const reasons: LookReason[] = [
          ...(declared[type.name] ?? []).flatMap(({ fields, when, why }) =>
            fields(name) && (when?.(record) ?? true) ? [{ why: why(record), spans: [] }] : [],
          ),
          ...guardReasons(guard([value])),
          ...looks.flatMap(({ why, spans: find }) => {
            const spans = find(value).filter(({ from, to }) => !ours.has(value.slice(from, to)))
            return spans.length > 0 ? [{ why, spans }] : []
          }),
          ...(type.name === 'Contact'
            ? []
            : contactNames.flatMap((contact) => {
                const spans = placesOf(value, contact)
                return spans.length > 0 ? [{ why: 'Names a contact of the pupil', spans }] : []
              })),
        ]
        const one = candidate(value, reasons)
        all.push(one)
        if (reasons.length > 0) found.push(one)
        else if (taken.has(one.id)) found.push({ ...one, reasons: [chosen] })
      }
    }
  const documents = file.documents.map((document): Candidate => ({
    id: candidateId(documentType, documentKey(document), 'file'),
    recordType: documentType,
    record: documentKey(document),
    field: 'file',
    list: 'Documents',
    label: 'Document',
    text: document.path,
    reasons: [
      {
        why: 'A document made earlier: what you black out in the record is not blacked out in it',
        spans: [],
      },
    ],
    echoes: [],
    document,
  }))
  return [...withEchoes(file, found, all, decisions), ...documents]
}

const chosen: LookReason = { why: 'Somebody chose to look at it', spans: [] }

const guardReasons = (findings: readonly Finding[]): LookReason[] => {
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    why: findingWords[kind],
    spans: findings.filter((one) => one.kind === kind),
  }))
}
