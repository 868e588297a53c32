/** Codes of the school census and the CTF, with the names that people read. Source: DfE common basic data set. */

/** SEN provision. */
export const senStatuses = { E: 'EHC plan', K: 'SEN support', N: 'No SEN' } as const

/** A status of days gone by. `U` is ours, no census takes it: what was before the first status that is recorded. */
export const periodStatuses = { ...senStatuses, U: 'Not known' } as const

/** The four broad areas of need. Source: SEND Code of Practice 2015, chapter 6. */
export const areasOfNeed = {
  communication: 'Communication and interaction',
  cognition: 'Cognition and learning',
  semh: 'Social, emotional and mental health',
  physical: 'Sensory and/or physical',
  other: 'Other',
} as const

/** SEN type. */
export const needTypes = {
  SPLD: 'Specific learning difficulty (SPLD)',
  MLD: 'Moderate learning difficulty (MLD)',
  SLD: 'Severe learning difficulty (SLD)',
  PMLD: 'Profound and multiple learning difficulty (PMLD)',
  SLCN: 'Speech, language and communication needs (SLCN)',
  ASD: 'Autistic spectrum disorder (ASD)',
  SEMH: 'Social, emotional and mental health (SEMH)',
  HI: 'Hearing impairment (HI)',
  VI: 'Vision impairment (VI)',
  MSI: 'Multi-sensory impairment (MSI)',
  PD: 'Physical disability (PD)',
  DS: 'Down syndrome (DS)',
  OTH: 'Other difficulty or disability (OTH)',
  NSA: 'SEN support, no specialist assessment yet (NSA)',
} as const
export type NeedType = keyof typeof needTypes

/** The broad area that a type of need lies in. Source: SEND Code of Practice 2015, 6.28 to 6.35; the last three lie in none. */
export const areaOfType: Readonly<Record<NeedType, keyof typeof areasOfNeed>> = {
  SPLD: 'cognition',
  MLD: 'cognition',
  SLD: 'cognition',
  PMLD: 'cognition',
  SLCN: 'communication',
  ASD: 'communication',
  SEMH: 'semh',
  HI: 'physical',
  VI: 'physical',
  MSI: 'physical',
  PD: 'physical',
  DS: 'other',
  OTH: 'other',
  NSA: 'other',
}

/** NCyearActual. */
export const yearGroups = {
  E1: 'Early years 1',
  E2: 'Early years 2',
  N1: 'Nursery 1',
  N2: 'Nursery 2',
  R: 'Reception',
  '1': 'Year 1',
  '2': 'Year 2',
  '3': 'Year 3',
  '4': 'Year 4',
  '5': 'Year 5',
  '6': 'Year 6',
  '7': 'Year 7',
  '8': 'Year 8',
  '9': 'Year 9',
  '10': 'Year 10',
  '11': 'Year 11',
  '12': 'Year 12',
  '13': 'Year 13',
  '14': 'Year 14',
  X: 'National curriculum not followed',
} as const
export type YearGroup = keyof typeof yearGroups

/** Year groups in the order in which children pass through them (object keys that look like numbers lose it). */
export const yearGroupOrder: readonly YearGroup[] = [
  'E1',
  'E2',
  'N1',
  'N2',
  'R',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  'X',
]

/** The year number that date rules use: Reception 0, nursery below; null where the curriculum year says nothing. */
export const yearNumberOf = (yearGroup: YearGroup): number | null =>
  yearGroup === 'X'
    ? null
    : (({ E1: -4, E2: -3, N1: -2, N2: -1, R: 0 } as Record<string, number>)[yearGroup] ?? Number(yearGroup))

export const sexes = { F: 'Female', M: 'Male' } as const

export const ethnicities = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Roma or Gypsy',
  WOTH: 'Any other White background',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Any other Black background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused',
  NOBT: 'Information not yet obtained',
} as const

/** Sections of an EHC plan. Source: SEND Regulations 2014, regulation 12. */
export const planSections = {
  A: 'A: views, interests and aspirations',
  B: 'B: special educational needs',
  C: 'C: health needs related to SEN',
  D: 'D: social care needs related to SEN or disability',
  E: 'E: outcomes',
  F: 'F: special educational provision',
  G: 'G: health provision',
  H1: 'H1: social care provision (section 2, 1970 Act)',
  H2: 'H2: other social care provision',
  I: 'I: placement',
  J: 'J: personal budget',
  K: 'K: advice and information',
} as const

/** Who delivers, for costing. */
export const staffRoles = {
  ta: 'Teaching assistant',
  hlta: 'Higher level teaching assistant',
  teacher: 'Teacher',
  specialistTeacher: 'Specialist teacher',
  senco: 'SENCO',
  supervisor: 'Midday supervisor',
  external: 'External professional',
} as const
