import { t } from '../../words/t.ts'
import { folded } from '../folded.ts'
import type { Stored } from '../record.ts'
import { fullName, type Pupil } from '../records/pupil.ts'
import type { AsideReason, StaffConcern } from '../records/staffConcern.ts'
import { type Day, showDay } from './day.ts'
import type { DueStatus } from './reviewDue.ts'

/** What staff said of their own accord that no concern has taken up and nobody has put aside, oldest first. */
export const notTakenUp = (said: readonly Stored<StaffConcern>[]): Stored<StaffConcern>[] =>
  said
    .filter(({ ask, concern, asideOn }) => ask === null && concern === null && asideOn === null)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))

/** What the SENCO has put aside, the newest first. */
export const putAside = (said: readonly Stored<StaffConcern>[]): Stored<StaffConcern>[] =>
  said.filter(({ asideOn }) => asideOn !== null).toSorted((a, b) => (a.asideOn! < b.asideOn! ? 1 : -1))

type Whose = Pick<StaffConcern, 'pupil' | 'concern' | 'ask' | 'asideOn' | 'asideWhy'>

const leadsToNobody = ({ pupil, concern, ask }: Whose): boolean =>
  pupil === null && concern === null && ask === null
const isOfNoPupil = ({ asideOn, asideWhy }: Whose): boolean => asideOn !== null && asideWhy === 'notOurs'

/**
 * What staff said of a child by name alone, which leads to no record: no request for access and no disposal finds it
 * until somebody says whom it is about. Who is said to be no pupil of the school is nobody's here.
 */
export const namingNobody = <S extends Whose>(said: readonly S[]): S[] =>
  said.filter((one) => leadsToNobody(one) && !isOfNoPupil(one))

/** What was put aside as about no pupil of the school: in nobody's file, so it is kept for a time of its own. */
export const ofNoPupil = <S extends Whose>(said: readonly S[]): S[] =>
  said.filter((one) => leadsToNobody(one) && isOfNoPupil(one))

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^a-z0-9']+/)
    .filter((word) => word.length > 1)

const likely = 3

/**
 * Pupils whom a name typed by hand may mean, the likeliest first, at most three: each shares a name with it, and a
 * class counts where a name does. A person decides; nothing is matched by itself.
 */
export const likelyPupils = <
  P extends Pick<Pupil, 'forename' | 'preferredForename' | 'surname' | 'className'>,
>(
  typed: string | null,
  pupils: readonly P[],
): P[] => {
  const asked = new Set(wordsOf(typed ?? ''))
  const hits = (text: string | null) => wordsOf(text ?? '').filter((word) => asked.has(word)).length
  return pupils
    .flatMap((pupil) => {
      const first = Math.max(hits(pupil.forename), hits(pupil.preferredForename))
      const last = hits(pupil.surname)
      return first + last === 0 ? [] : [{ pupil, rank: last * 3 + first * 2 + hits(pupil.className) * 2 }]
    })
    .toSorted((a, b) => b.rank - a.rank || fullName(a.pupil).localeCompare(fullName(b.pupil), 'en-GB'))
    .slice(0, likely)
    .map(({ pupil }) => pupil)
}

/** Words to begin with for whoever raised it, by the reason; the SENCO changes them. */
export const asideReplies: Readonly<Record<AsideReason, string>> = {
  known: t`Thank you. This is known already and is being worked on.`,
  class: t`Thank you. For now this is met by what every teacher does in class. Tell me if it goes on.`,
  passedOn: t`Thank you. I have passed this on to the right person.`,
  twice: t`Thank you. This has been said already and is being looked into.`,
  notOurs: t`Thank you. I could not find this pupil among ours. Please come and see me.`,
}

/** What became of what somebody said, in a word for whoever said it. */
export const becameOf = (
  one: Pick<StaffConcern, 'ask' | 'concern' | 'asideOn' | 'repliedOn'>,
): { readonly status: DueStatus; readonly word: string } => {
  if (one.asideOn !== null) return { status: 'done', word: t`Looked at ${showDay(one.asideOn)}` }
  if (one.repliedOn !== null) return { status: 'done', word: t`Answered ${showDay(one.repliedOn)}` }
  if (one.ask !== null) return { status: 'done', word: t`With the SENCO, thank you` }
  return one.concern === null
    ? { status: 'unknown', word: t`Waiting for the SENCO` }
    : { status: 'onTrack', word: t`The SENCO is looking into it` }
}

/** What staff raised that a decided concern has taken up, and who has not been told what became of it. */
export const toReply = (
  concern: { readonly key: string; readonly decision: string | null },
  said: readonly Stored<StaffConcern>[],
): Stored<StaffConcern>[] =>
  concern.decision === null
    ? []
    : said.filter((one) => one.ask === null && one.concern === concern.key && one.repliedOn === null)

/** What putting aside writes, and what taking it up again takes back. */
export const asideOf = (
  why: AsideReason,
  reply: string,
  today: Day,
): Pick<StaffConcern, 'asideOn' | 'asideWhy' | 'reply' | 'repliedOn'> => {
  const words = reply.trim() || null
  return { asideOn: today, asideWhy: why, reply: words, repliedOn: words && today }
}
export const notAside = { asideOn: null, asideWhy: null, reply: null, repliedOn: null } as const
