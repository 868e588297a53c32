import { addresseeOf, sorted } from '../documents/letters/addressees.ts'
import { chaseAdvice } from '../documents/letters/chaseAdvice.ts'
import { type Addressee, letterKinds } from '../documents/letters/letter.ts'
import { type Batch, batchOf, mergedLetters, type PlainKind } from '../documents/letters/letters.ts'
import type { ReviewFile } from '../documents/reviewFile.ts'
import { Chase } from '../domain/records/chase.ts'
import { ContactAnswer } from '../domain/records/contactAnswer.ts'
import { cleared } from '../domain/rules/contactAnswers.ts'
import { type Day, londonDay } from '../domain/rules/day.ts'
import { docxFor } from '../ui/design.ts'
import { gatherReview } from '../ui/gatherReview.ts'
import { gatherChase } from '../ui/letters/gatherChase.ts'
import { adviceOwed, authorityOwes } from '../ui/letters/owed.ts'
import { orNone } from '../ui/orNone.ts'
import type { Command } from './command.ts'
import { writeOut } from './files.ts'
import { findReview } from './findPupil.ts'
import { type Asked, misused, needed } from './options.ts'
import { openSchools } from './openSchools.ts'
import { notFound } from './stop.ts'

const plain: readonly string[] = ['invitation', 'advice', 'papers', 'report'] satisfies PlainKind[]
const kinds = [...plain, 'chase-advice', 'chase']

const named = (people: readonly Addressee[], name: string | undefined) =>
  name === undefined
    ? people
    : people.filter((to) => to.name.toLowerCase().includes(name.trim().toLowerCase()))

/**
 * `letter`: one file with a letter for each person who gets one. Where a contact restriction stands and nobody answered
 * that it may go, the letter is left out and said.
 */
export const letter: Command = async (asked: Asked, { log, print }) => {
  const [kind, pupil, out] = [needed(asked, 'kind'), needed(asked, 'pupil'), needed(asked, 'out')]
  if (!kinds.includes(kind)) throw misused(`--kind is one of ${kinds.join(', ')}.`)
  const opened = await openSchools(asked.given, log)
  try {
    const { at, review } = await findReview(opened.schools, pupil, asked.given['review'])
    const where = { schoolName: at.school.name, today: londonDay(new Date()) }
    const { records } = at.connection
    const file = await gatherReview(records, review.key, where)
    const whole =
      kind === 'chase'
        ? await authorityChase(records, file, where)
        : kind === 'chase-advice'
          ? await adviceChase(records, file, where.today)
          : batchOf(
              kind as PlainKind,
              file,
              file.contributors.map((one) => addresseeOf(one, file, where.today)),
              where.today,
            )
    const people = named(
      whole.letters.map(({ to }) => to),
      asked.given['to'],
    )
    const answers = people.some(({ restriction }) => restriction?.trim())
      ? (await orNone(records.store(ContactAnswer).about('pupil', file.pupil.key))).records
      : []
    const { ready, hindered } = sorted(people, cleared(answers, people, letterKinds[whole.kind], review.key))
    for (const { to, why } of hindered)
      log(
        why === 'unnamed'
          ? `Left out: ${to.role} has no name yet.`
          : `Left out: somebody (${to.role.toLowerCase()}) with a contact restriction. Ask first; then write the letter from the review’s page.`,
      )
    if (ready.length === 0) throw notFound('There is nobody to write to.')
    const batch: Batch = { ...whole, letters: whole.letters.filter(({ to }) => ready.includes(to)) }
    await writeOut(out, await docxFor({ ...at.connection, school: at.school }, mergedLetters(batch)))
    print(`${out}: ${ready.length === 1 ? '1 letter' : `${ready.length} letters`}, ${at.school.name}`)
    return 0
  } finally {
    await opened.close()
  }
}

type Records = Parameters<typeof gatherReview>[0]
const authorityChase = async (
  records: Records,
  file: ReviewFile,
  where: { schoolName: string; today: Day },
) => {
  const owes = authorityOwes(file, [], where.today)
  if (!owes || owes.owed.due.day >= where.today)
    throw notFound('The authority owes nothing that is late here.')
  return (await gatherChase(records, { review: file.review.key, what: owes.what }, where)).batch
}
const adviceChase = async (records: Records, file: ReviewFile, today: Day): Promise<Batch> => {
  const chases = await orNone(records.store(Chase).about('review', file.review.key))
  const letters = file.contributors.flatMap((one) => {
    const owed = adviceOwed(one, file, chases.records)
    return owed ? [{ to: addresseeOf(one, file, today), body: chaseAdvice(owed) }] : []
  })
  if (letters.length === 0) throw notFound('Nobody owes advice here.')
  return { kind: 'chaseAdvice', file, today, letters }
}
