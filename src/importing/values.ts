import { Pupil } from '../domain/records/pupil.ts'
import { fieldOf } from '../domain/record.ts'
import { type Field, parse, type Value } from '../domain/fields.ts'
import { ethnicities, needTypes, type NeedType, senStatuses, yearGroups } from '../domain/rules/codes.ts'
import { showDay, type Day } from '../domain/rules/day.ts'
import { ageOn } from '../domain/rules/schoolYear.ts'

/** A cell understood; or what was expected instead, in words that follow “expected”. */
export type Read<T> = { readonly value: T } | { readonly expected: string }

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Codes, each with the names that exports use for it beside our own; keyed as people type them, folded. */
const lookUp = (codes: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>) => {
  const all = new Map<string, string>()
  for (const [code, name] of Object.entries(codes)) {
    for (const way of [code, name, name.replace(/\s*\([^)]*\)$/, '')]) all.set(fold(way), code)
  }
  for (const [code, names] of Object.entries(others))
    for (const name of names.split(',')) all.set(fold(name), code)
  // `K - SEN support`, `SLCN: Speech …`, `SEN support (K)`: the code beside its name.
  return (typed: string): string | undefined => {
    const beside =
      /^\s*([A-Z0-9]{1,4})\s*[-–:.]\s+\S/i.exec(typed)?.[1] ?? /\(([A-Z0-9]{1,4})\)\s*$/i.exec(typed)?.[1]
    return all.get(fold(typed)) ?? (beside === undefined ? undefined : all.get(fold(beside)))
  }
}

const statusOf = lookUp(senStatuses, {
  E: 'EHCP,EHC,EHC plan,Education Health and Care Plan,Education Health Care Plan,Education and Health Care Plan',
  K: 'SEN Support,SENS,SEN-K,School support,SEN K,SEND support',
  N: 'No SEN,None,No Special Educational Need,No Special Educational Needs,No SEND,Not SEN,No SEN provision',
})
const yearOf = lookUp(yearGroups, {
  R: 'YR,Rec,Year R,Reception class,FS2,Yr R,Foundation 2',
  N1: 'Nursery 1,Nursery first year,FS0',
  N2: 'Nursery 2,Nursery second year,FS1',
  X: 'Not followed,NC not followed,Ungraded',
})
const needOf = lookUp(needTypes, {
  SPLD: 'Specific learning difficulties,Specific learning difficulty (dyslexia),Dyslexia,Specific Learning Difficulty (SpLD)',
  MLD: 'Moderate learning difficulties',
  SLD: 'Severe learning difficulties',
  PMLD: 'Profound and multiple learning difficulties,Profound & multiple learning difficulty,Profound & multiple learning difficulties',
  SLCN: 'Speech language and communication need,Speech language & communication needs,Speech language and communication,Communication and language',
  ASD: 'Autism,Autistic spectrum disorders,Autism spectrum disorder,Autistic spectrum condition,Autism spectrum condition,ASC',
  SEMH: 'Social emotional & mental health,Social emotional and mental health needs,Social emotional and mental health difficulties',
  HI: 'Hearing impaired',
  VI: 'Visual impairment,Visually impaired',
  MSI: 'Multisensory impairment',
  PD: 'Physical disabilities',
  DS: 'Downs syndrome,Down’s syndrome',
  OTH: 'Other,Other difficulty / disability,Other difficulty/disorder',
  NSA: 'SEN support but no specialist assessment of type of need,No specialist assessment,SEN support no specialist assessment',
})
const sexOf = lookUp({ F: 'Female', M: 'Male' }, { F: 'Girl,Woman', M: 'Boy,Man' })
const ethnicityOf = lookUp(ethnicities, {
  WBRI: 'WENG,WSCO,WWEL,WCOR,WOWB,British',
  APKN: 'AMPK,AKPA,AOPK',
  CHNE: 'CHKC,CMAL,CSNG,CTWN,COCH',
  BAFR: 'BSOM,BNGN,BGHA,BCON,BSUD,BAOF,BANN,BSLN,BAOF',
  WOTH: 'WEEU,WWEU,WEUR,WTUR,WGRE,WITA,WPOR,WALB,WBOS,WCRO,WKOS,WSER',
})

/** `Year 4`, `Y4`, `Yr 04`, `4`, `NC Year 4`, `Reception`, `R`. */
const readYear = (typed: string) =>
  yearOf(typed) ??
  yearOf(/^\s*(?:nc\s*)?(?:year|yr|y)?\s*(?:group)?\s*0*(\d{1,2})\s*$/i.exec(typed)?.[1] ?? '')

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['x', 'eligible', 'incare', 'current', 'ever6', '✓', '✔'].map((name) => [name, true] as const),
  ...['noteligible', 'none', 'notincare', '✗'].map((name) => [name, false] as const),
])
const readFlag = (typed: string): boolean | undefined =>
  flags.get(typed.trim()) ??
  flags.get(fold(typed)) ??
  { Y: true, N: false }[/^\s*([YN])\s*[-–:(]/i.exec(typed)?.[1]?.toUpperCase() as 'Y' | 'N']

const statusesExpected = 'N, K or E, or “SEN support”, “EHC plan”, “No SEN”'
const coded: Partial<
  Record<keyof Pupil & string, { read: (typed: string) => string | undefined; expected: string }>
> = {
  status: { read: statusOf, expected: statusesExpected },
  yearGroup: { read: readYear, expected: 'a year group such as 4, Year 4, R or N2' },
  sex: { read: sexOf, expected: 'F or M' },
  ethnicity: { read: ethnicityOf, expected: 'a census ethnicity code such as WBRI, or its name' },
}

/** Letters that no person types and no file needs; line breaks and tabs stay. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g
export const clean = (cell: string): string =>
  cell
    .replace(unprintable, '')
    .replace(/\u00a0/g, ' ')
    .trim()
    .normalize('NFC')

const checkBirth = (day: Day, today: Day): Read<Value> =>
  day > today
    ? { expected: `a date before today, ${showDay(today)}` }
    : ageOn(day, today) > 26
      ? { expected: 'the date of birth of somebody no older than 26' }
      : { value: day }

const numberExpected = (field: Field & { readonly min: number; readonly max: number }): string =>
  field.kind === 'decimal'
    ? `a number from ${field.min} to ${field.max} with at most ${field.places} decimal ${field.places === 1 ? 'place' : 'places'}`
    : `a whole number from ${field.min} to ${field.max}`

const kindExpected = (field: Field): string => {
  if (field.kind === 'decimal' || field.kind === 'wholeNumber') return numberExpected(field)
  if (field.kind === 'date') return 'a date that the calendar has, such as 10/03/2015 or 2015-03-10'
  if (field.kind === 'yesNo') return 'yes or no'
  if (field.kind === 'text') return `one line of at most ${field.max} characters`
  if (field.kind === 'money') return 'an amount such as 1,200.50'
  return field.kind === 'upn' ? 'a UPN of 13 characters' : field.label.toLowerCase()
}

/** One cell of a field of Pupil. Blank is null. Today bounds a date of birth. */
export const readPupilCell = (name: keyof Pupil & string, cell: string, today: Day): Read<Value> => {
  const field = fieldOf(Pupil, name)
  const typed = clean(cell)
  if (typed === '') return { value: null }
  const codes = coded[name]
  if (codes) {
    const code = codes.read(typed)
    return code === undefined ? { expected: codes.expected } : { value: code }
  }
  if (field.kind === 'yesNo') {
    const flag = readFlag(typed)
    if (flag !== undefined) return { value: flag }
  }
  const parsed = parse(field, field.kind === 'decimal' ? typed.replace(/\s*%$/, '') : typed)
  if (!('value' in parsed)) {
    return { expected: field.kind === 'upn' ? upnExpected(parsed.complaint) : kindExpected(field) }
  }
  return name === 'dateOfBirth' ? checkBirth(parsed.value as Day, today) : { value: parsed.value }
}

const upnExpected = (complaint: string) => `a right UPN. ${complaint}`

/** Care data write UN1 to UN5 where a UPN is not known. */
export const isUnknownUpn = (cell: string): boolean => /^UN[1-5]$/i.test(cell.trim())

/** A type of need by its code or name. */
export const readNeed = (cell: string): Read<NeedType | null> => {
  const typed = clean(cell)
  if (typed === '') return { value: null }
  const code = needOf(typed)
  return code === undefined
    ? { expected: `a type of need such as SLCN, ASD or SEMH, or its name` }
    : { value: code as NeedType }
}

/** Several needs in one cell, in rank order: `SLCN; ASD`, `1: SEMH, 2: MLD`. Names with commas in them are left whole. */
export const readNeeds = (cell: string): Read<NeedType[]> => {
  const typed = clean(cell)
  if (typed === '') return { value: [] }
  const ways = [[typed], typed.split(/[;|\n]/), typed.split(/[,;|\n]/), typed.split(/[,;|\n/&+]/)]
  for (const way of ways) {
    const found = way
      .map((part) => part.replace(/^\s*\d{1,2}\s*[:.)-]\s*/, '').trim())
      .filter((part) => part !== '')
      .map((part) => needOf(part))
    if (found.length > 0 && found.every((code) => code !== undefined))
      return { value: [...new Set(found)] as NeedType[] }
  }
  return { expected: 'types of need such as SLCN; ASD, in rank order' }
}
