import { lettersOf } from '../../domain/rules/wrongChildText.ts'

/** What a column of a form’s answers is. */
export const columnRoles = {
  question: 'A question: kept word for word',
  row: 'Number of the answer',
  submitted: 'When it was sent in',
  upn: 'UPN of the pupil',
  name: 'Name of the pupil',
  forename: 'Forename of the pupil',
  surname: 'Surname of the pupil',
  dateOfBirth: 'Date of birth of the pupil',
  className: 'Class of the pupil',
  saidBy: 'Who answered',
  language: 'Language',
  helper: 'Who helped',
  none: 'Leave out',
} as const
export type ColumnRole = keyof typeof columnRoles
export type Columns = readonly ColumnRole[]

/** Many columns may be questions or be left out; of each other kind there is one. */
const isSingle = (role: ColumnRole): boolean => role !== 'question' && role !== 'none'

/** Headings that Microsoft Forms itself writes, and those by which people ask whom it is about. */
const known: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(id|responseid|answerid|number)$/, 'row'],
  [/^(completiontime|completed|submitted|timestamp|submissiondate|date|endtime)$/, 'submitted'],
  [/^(starttime|lastmodifiedtime|totalpoints|quizfeedback|email|emailaddress|tenant|starttijd)$/, 'none'],
  [/^(points|feedback)/, 'none'],
  [/^(upn|uniquepupilnumber|upnnumber)$/, 'upn'],
  [/^(dob|dateofbirth|birthdate|birthday|born|(childs|pupils|my|your)?(dob|dateofbirth|birthday))$/, 'dateOfBirth'],
  [/^whenis(your|the(childs|pupils))birthday$/, 'dateOfBirth'],
  [/^(your|my|childs|pupils)?(class|form|tutorgroup|reggroup|registrationgroup|classname)$/, 'className'],
  [/^(which|what)(class|form)(are|is)(you|your|the|my)?(child|pupil)?(in)?$/, 'className'],
  [/^(your|my|childs|pupils|legal)?(forename|firstname|givenname|preferredname)s?$/, 'forename'],
  [/^whatis(your|thechilds|yourchilds)firstname$/, 'forename'],
  [/^(your|my|childs|pupils|legal)?(surname|lastname|familyname|secondname)$/, 'surname'],
  [/^(pupil|pupils|child|childs|student|students|your|my|yourchilds|mychilds|nameof(the|your|my)?(pupil|child))(full)?name$/, 'name'],
  [/^nameof(the|your|my)?(pupil|child)$/, 'name'],
  [/^(pupil|child|student|fullname|myname|mynameis|whoareyou)$/, 'name'],
  [/^whatis(your|my|thechilds|thepupils|yourchilds)(full)?name$/, 'name'],
  [/^(name|respondent|answeredby|completedby|filledinby|yournameandrelationship|whofilledthisin)$/, 'saidBy'],
  [/^(whichlanguage.*|language|homelanguage|languageused)$/, 'language'],
  [/^(whohelped.*|helpedby|helper|didanyonehelp.*)$/, 'helper'],
] // prettier-ignore

const roleOf = (heading: string): ColumnRole | null => {
  const plain = lettersOf(heading)
  return plain === '' ? 'none' : (known.find(([pattern]) => pattern.test(plain))?.[1] ?? null)
}

/** How many headings are those of a form’s export: tells them from a title above. */
export const knownFormHeadings = (headings: readonly string[]): number =>
  headings.filter((heading) => heading.trim() !== '' && roleOf(heading) !== null).length

/**
 * What each column probably is; what isn’t known is a question. In Forms “Name” is the account that answered where
 * another column names the pupil, and the pupil where none does. A person may change any of it.
 */
export const columnsOf = (headings: readonly string[]): ColumnRole[] => {
  const taken = new Set<ColumnRole>()
  const roles = headings.map((heading): ColumnRole => {
    const role = roleOf(heading) ?? 'question'
    if (!isSingle(role)) return role
    if (taken.has(role)) return 'question'
    taken.add(role)
    return role
  })
  const told = ['upn', 'name', 'forename', 'surname'].some((role) => taken.has(role as ColumnRole))
  const own = headings.findIndex((heading) => lettersOf(heading) === 'name')
  if (!told && own >= 0) roles[own] = 'name'
  return roles
}

/** Another role for one column; a single one moves there from where it was, which becomes a question. */
export const withRole = (columns: Columns, at: number, role: ColumnRole): ColumnRole[] =>
  columns.map((now, i) => (i === at ? role : isSingle(role) && now === role ? 'question' : now))

/** The name of a form from the name of its export: `Pupil views(1-57).xlsx` is `Pupil views`. */
export const formNameOf = (fileName: string): string =>
  fileName
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/(\s*\((\d+-\d+|\d+|copy)\))+\s*$/i, '')
    .trim()
    .slice(0, 120) || 'Form'
