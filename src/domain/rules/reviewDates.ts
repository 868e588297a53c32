import { t } from '../../words/t.ts'
import { type YearGroup, yearNumberOf } from './codes.ts'
import { addDays, type Day, earliest, latest, showDay } from './day.ts'
import { lawOn, reckon, type RuledDay, ruledDay, whyOf } from './limits.ts'
import { type ReviewSettings, usualReviewSettings } from './reviewSettings.ts'
import { chronologicalYear, endOfCompulsorySchoolAge } from './schoolYear.ts'

/** R1: at least two weeks' notice of the meeting. */
export const inviteBy = (meeting: Day, settings: ReviewSettings = usualReviewSettings): RuledDay =>
  ruledDay('inviteBy', t`Meeting`, meeting, 'before', settings)

/** R2: advice obtained and circulated at least two weeks before. */
export const circulateBy = (meeting: Day, settings: ReviewSettings = usualReviewSettings): RuledDay =>
  ruledDay('circulateBy', t`Meeting`, meeting, 'before', settings)

/** When advice is best asked for: practice, not law. */
export const adviceBy = (meeting: Day, settings: ReviewSettings = usualReviewSettings): RuledDay =>
  ruledDay('adviceBy', t`Meeting`, meeting, 'before', settings)

/** R3: the report goes to everyone invited within two weeks; an authority may ask for fewer days, never for more. */
export const reportBy = (meeting: Day, settings: ReviewSettings = usualReviewSettings): RuledDay =>
  ruledDay('reportBy', t`Meeting`, meeting, 'after', settings)

/** R4: the authority decides, and sends any proposed amendments, within four weeks of the meeting. */
export const decisionBy = (meeting: Day, settings: ReviewSettings = usualReviewSettings): RuledDay =>
  ruledDay('decisionBy', t`Meeting`, meeting, 'after', settings)

/** R5: the notice of amendments is due with the decision. */
export const noticeBy = (meeting: Day): RuledDay =>
  ruledDay('noticeBy', t`Meeting`, meeting, 'after', usualReviewSettings)

/** R6: at least 15 days for comments, beginning with the day on which the notice is served, which is the first of them. */
export const commentsNotBefore = (noticeSent: Day): RuledDay => {
  const { day, why } = ruledDay('comments', t`Notice sent`, noticeSent, 'after', usualReviewSettings)
  return { day: addDays(day, -1), why }
}

/** R7: the final plan within eight weeks of the notice. */
export const finalAfterNotice = (noticeSent: Day, more: Readonly<Record<string, string>> = {}): RuledDay => {
  const { day, why } = ruledDay('finalAfterNotice', t`Notice sent`, noticeSent, 'after', usualReviewSettings)
  const held = Object.entries(more).map(([label, value]) => ({ label, value }))
  return { day, why: { ...why, inputs: [...held, ...why.inputs] } }
}

/** R7: the final plan within eight weeks of the notice and twelve of the meeting; twelve of the meeting before there is a notice. */
export const finalBy = (meeting: Day, noticeSent: Day | null): RuledDay => {
  const ofMeeting = ruledDay('finalAfterMeeting', t`Meeting`, meeting, 'after', usualReviewSettings, {
    'Notice sent': noticeSent ? showDay(noticeSent) : t`not yet`,
  })
  if (!noticeSent) return ofMeeting
  const ofNotice = finalAfterNotice(noticeSent, { Meeting: showDay(meeting) })
  return ofNotice.day < ofMeeting.day ? ofNotice : ofMeeting
}

/** R8: where the authority does not amend after the comments, it says so with reasons within eight weeks of the notice. */
export const notAmendedBy = (noticeSent: Day): RuledDay =>
  ruledDay('notAmended', t`Notice sent`, noticeSent, 'after', usualReviewSettings)

/** R9: the last day for an appeal: two months from the letter or one from the mediation certificate, whichever is later. */
export const appealBy = (letter: Day, mediationCertificate: Day | null): RuledDay => {
  const ofLetter = lawOn('appealAfterLetter', letter)
  const ofCertificate = lawOn('appealAfterCertificate', mediationCertificate ?? letter)
  const inputs = {
    Letter: showDay(letter),
    'Mediation certificate': mediationCertificate ? showDay(mediationCertificate) : 'none',
  }
  const byLetter = reckon(letter, ofLetter.span, 'after')
  const byCertificate = mediationCertificate
    ? reckon(mediationCertificate, ofCertificate.span, 'after')
    : byLetter
  return byCertificate > byLetter
    ? { day: byCertificate, why: whyOf('appealAfterCertificate', ofCertificate, inputs) }
    : { day: latest(byLetter, byCertificate), why: whyOf('appealAfterLetter', ofLetter, inputs) }
}

/** R13: from Year 9 the review considers preparing for adulthood. The later of taught and chronological year counts. */
export const adulthoodDue = (yearGroup: YearGroup | null, dateOfBirth: Day, meeting: Day): boolean =>
  Math.max(chronologicalYear(dateOfBirth, meeting), (yearGroup && yearNumberOf(yearGroup)) ?? -9) >= 9

/** R14: rights move to the young person after the end of compulsory school age. */
export const rightsWithYoungPerson = (dateOfBirth: Day, on: Day): boolean =>
  on > endOfCompulsorySchoolAge(dateOfBirth)

/** The earlier of two dates, with its own reason. */
export const sooner = (a: RuledDay, b: RuledDay): RuledDay => (earliest(a.day, b.day) === a.day ? a : b)
