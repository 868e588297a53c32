import { blank } from '../../domain/record.ts'
import { ClassTeacher } from '../../domain/records/classTeacher.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

export const addressOf = (name: string): string =>
  `${name.toLowerCase().replace(/[’']/g, '').replace(/\s+/g, '.')}@oakfieldtrust.example`

/**
 * Who teaches and supports which class since September: a teacher or tutor for each class but one that nobody is put
 * down for yet, a teaching assistant for every second one, and one person without a sign-in address.
 */
export const makeClassStaff = (
  { kind, school, teachers, assistants, year }: Setting,
  random: Random,
): Row<ClassTeacher>[] => {
  const from = `${year}-09-01`
  const role = kind === 'primary' ? 'teacher' : 'tutor'
  const row = (record: Pick<ClassTeacher, 'className' | 'name' | 'role'>, hasAddress = true) => ({
    key: keyOn(random, from),
    record: blank(ClassTeacher, {
      ...record,
      userPrincipalName: hasAddress ? addressOf(record.name) : null,
      from,
    }),
  })
  const classes = school.years.flatMap((each) => each.classes)
  return classes.flatMap((className, at) => {
    if (at === classes.length - 1) return []
    const teacher = row({ className, name: teachers[at % teachers.length]!, role }, at !== 2)
    // The first assistant supports the first two classes, so that somebody has more than one.
    const assistant = at % 2 === 0 || at === 1 ? assistants[Math.floor(at / 2) % assistants.length]! : null
    return assistant ? [teacher, row({ className, name: assistant, role: 'ta' })] : [teacher]
  })
}
