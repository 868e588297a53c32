import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { newKey } from '../../src/domain/key.ts'
import { type AnyRecordType, blank, fieldsOf, type Stored } from '../../src/domain/record.ts'
import { AccessRequest } from '../../src/domain/records/accessRequest.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { Withholding } from '../../src/domain/records/withholding.ts'
import { belongingTypes } from '../../src/domain/rules/belongings.ts'
import { type PackageInput, writePackage } from '../../src/export/accessPackage.ts'
import type { ListOfPupil, PupilFile } from '../../src/export/pupilFile.ts'
import { type Candidate, decisionKey } from '../../src/export/candidate.ts'
import { seenMark } from '../../src/export/redaction.ts'
import { collected } from '../../src/export/writeZip.ts'
import { anyRecord } from '../graph/records.ts'

type Loose = Record<string, unknown>

export const stored = <T extends object>(record: T, more: Partial<Stored<T>> = {}): Stored<T> =>
  ({
    ...record,
    key: newKey(),
    id: '1',
    etag: '"1,1"',
    archived: false,
    archivedReason: null,
    createdAt: '2026-03-01T09:00:00Z',
    createdBy: 'Sam Senco',
    modifiedAt: '2026-03-01T09:00:00Z',
    modifiedBy: 'Sam Senco',
    ...more,
  }) as Stored<T>

export const amira = stored(
  blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' }),
)
export const leo = stored(
  blank(Pupil, {
    surname: 'Okonkwo-Byrne',
    forename: 'Leonidas',
    dateOfBirth: '2015-11-03',
    status: 'K',
    upn: 'B801200005001',
  }),
)
const request = stored(
  blank(AccessRequest, { pupil: amira.key, kind: 'subjectAccess', received: '2026-06-30', state: 'open' }),
)

/** A pupil's file of these lists; two of one type become one. */
export const fileWith = (lists: readonly ListOfPupil[], more: Partial<PupilFile> = {}): PupilFile => ({
  pupil: amira,
  lists: recordTypes
    .map((type) => ({
      type,
      records:
        type === (Pupil as AnyRecordType)
          ? [amira as never]
          : lists.filter((list) => list.type === type).flatMap(({ records }) => records),
    }))
    .filter(({ records }) => records.length > 0),
  schools: [],
  everyone: [amira, leo],
  contacts: lists
    .filter(({ type }) => type === (Contact as AnyRecordType))
    .flatMap(({ records }) => records as never),
  documents: [],
  unreadable: [],
  leftOut: [],
  ...more,
})

/** Records of every type that can belong to a pupil. */
export const anyLists = (): fc.Arbitrary<ListOfPupil[]> =>
  fc.tuple(
    ...[...belongingTypes().map(({ type }) => type), Provision]
      .filter((type) => type !== (Pupil as AnyRecordType) && type !== (Withholding as AnyRecordType))
      .map((type) =>
        fc.array(anyRecord(type), { minLength: 1, maxLength: 2 }).map((records) => ({
          type,
          records: records.map((record) =>
            stored('pupil' in type.fields ? { ...record, pupil: amira.key } : record),
          ),
        })),
      ),
  ) as unknown as fc.Arbitrary<ListOfPupil[]>

/** The same lists with a text put into these fields, by chance; at least once. */
export const withSecret = (
  lists: readonly ListOfPupil[],
  secret: string,
  places: readonly number[],
): ListOfPupil[] => {
  const fields = lists.flatMap(({ type, records }) =>
    records.flatMap((record) =>
      fieldsOf(type)
        .filter(([, { kind }]) => kind === 'longText' || kind === 'text')
        .map(([name]) => ({ key: record.key, name })),
    ),
  )
  const chosen = places.map((place) => fields[place % fields.length]!)
  return lists.map(({ type, records }) => ({
    type,
    records: records.map((record) => ({
      ...record,
      ...Object.fromEntries(
        chosen.filter(({ key }) => key === record.key).map(({ name }) => [name, `With ${secret} at home`]),
      ),
    })),
  }))
}

const given = ({ text }: Candidate, more: Partial<Withholding>): string =>
  more.decision === 'withhold' ? '' : more.decision === 'redact' ? more.redacted! : text

/** A decision as a person makes it on what they see. */
export const decided = (candidate: Candidate, more: Partial<Withholding>): Stored<Withholding> =>
  decisionOn(candidate, { ...more, seen: seenMark(candidate, given(candidate, more)) })

export const decisionOn = (
  { recordType, record, field }: Pick<Candidate, 'recordType' | 'record' | 'field'>,
  more: Partial<Withholding>,
): Stored<Withholding> =>
  stored(
    blank(Withholding, {
      request: request.key,
      recordType,
      record,
      field,
      decision: 'give',
      exemption: more.decision && more.decision !== 'give' ? 'thirdParty' : null,
      ...more,
    }),
    { key: decisionKey(request.key, recordType, record, field) },
  )

export const packageOf = async (
  file: PupilFile,
  decisions: readonly Stored<Withholding>[],
  more: Partial<PackageInput> = {},
) => {
  const { sink, bytes } = collected()
  const index = await writePackage(
    {
      file,
      request,
      decisions,
      schoolName: 'Oakfield Primary School',
      files: null,
      now: new Date('2026-07-14T09:00:00Z'),
      ...more,
    },
    sink,
  )
  const whole = bytes()
  return { index, bytes: whole, parts: unzipSync(whole) }
}

/** Every byte of a zip as text, packed and unpacked, zips in it unpacked too. */
export const allTextIn = (bytes: Uint8Array): string =>
  [
    strFromU8(bytes, true),
    ...Object.entries(unzipSync(bytes)).map(([name, part]) =>
      /\.(docx|xlsx|zip)$/.test(name) ? name + allTextIn(part) : name + strFromU8(part),
    ),
  ].join('\n')

export const recordsIn = (parts: Record<string, Uint8Array>): Record<string, Loose[]> =>
  JSON.parse(strFromU8(parts['record.json']!)) as Record<string, Loose[]>
