import { t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { paperKinds, paperName } from '../../../documents/papers/paper.ts'
import { comingOf } from '../../../documents/papers/plainDates.ts'
import { reviewSummary, type SummaryType } from '../../../documents/papers/reviewSummary.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { Review } from '../../../domain/records/review.ts'
import { rightsWithYoungPerson } from '../../../domain/rules/reviewDates.ts'
import { meetingHeld } from '../../../domain/rules/reviewMoves.ts'
import { adultsOf } from '../../../ui/disclosure/passOn.ts'
import { OpensPaper } from '../../../ui/papers/OpensPaper.tsx'
import { PaperCard } from '../../../ui/papers/PaperCard.tsx'
import { TypeChoice } from '../../../ui/papers/TypeChoice.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'

/** The review in plain words for the family, once it was held. */
export const FamilySummary = ({ file }: { file: ReviewFile }) => {
  const [type, setType] = useState<SummaryType>('usual')
  const mayWrite = useMayWrite(Review)
  const today = useServices().today()
  const { pupil, review, school, schoolName } = file
  if (!meetingHeld(review)) return null
  const own = rightsWithYoungPerson(pupil.dateOfBirth, review.meetingDate ?? today)
  const title = own ? t`Summary for the young person` : t`Summary for the family`
  return (
    <OpensPaper words={title} icon={<PeopleRegular />}>
      {(close) => (
        <PaperCard
          title={title}
          says={t`In plain words: what was agreed, who does what, what comes next and by when, and whom to ask. It goes beside the report, never in its place.`}
          mayWrite={mayWrite}
          forFamily
          onClose={close}
          paper={{
            what: paperKinds.reviewSummary.called,
            name: paperName('reviewSummary', { pupil, school, schoolName, today }, review.key),
            pupil,
            adults: adultsOf(file),
            days: [
              review.meetingDate,
              review.decisionReceived,
              review.noticeSent,
              ...file.actions.map(({ due }) => due),
              ...comingOf(file, today).map(({ by }) => by),
            ],
            content: async (say) => say(() => reviewSummary(file, today, type)),
          }}
        >
          <TypeChoice value={type} onChange={setType} />
          {!review.recommendation && (
            <Text>{t`What the school recommends isn’t recorded yet, so the summary can’t say it.`}</Text>
          )}
        </PaperCard>
      )}
    </OpensPaper>
  )
}
