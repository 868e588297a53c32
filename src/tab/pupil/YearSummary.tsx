import { t } from '../../words/t.ts'
import { PeopleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { paperKinds, paperName } from '../../documents/papers/paper.ts'
import type { SummaryType } from '../../documents/papers/reviewSummary.ts'
import { yearSummary } from '../../documents/papers/yearSummary.ts'
import type { Stored } from '../../domain/record.ts'
import type { Contact } from '../../domain/records/contact.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import { gatherYear } from '../../ui/papers/gatherYear.ts'
import { OpensPaper } from '../../ui/papers/OpensPaper.tsx'
import { PaperCard } from '../../ui/papers/PaperCard.tsx'
import { TypeChoice } from '../../ui/papers/TypeChoice.tsx'
import { useServices } from '../../ui/services.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'

/** The last twelve months of a pupil with an EHC plan, in plain words for the family. */
export const YearSummary = ({
  pupil,
  contacts,
  school,
}: {
  pupil: Stored<Pupil>
  contacts: readonly Stored<Contact>[]
  school: Stored<School> | null
}) => {
  const { records, today, school: site } = useServices()
  const [type, setType] = useState<SummaryType>('usual')
  const mayWrite = useMayWrite(Review)
  const where = { schoolName: site.name, today: today() }
  return (
    <OpensPaper words={t`Summary of the year for the family`} icon={<PeopleRegular />}>
      {(close) => (
        <PaperCard
          title={t`Summary of the year for the family`}
          says={t`In plain words: what the plan aims for, the help now, what happened in twelve months, what comes next and whom to ask.`}
          mayWrite={mayWrite}
          forFamily
          onClose={close}
          paper={{
            what: paperKinds.yearSummary.called,
            name: paperName('yearSummary', { pupil, school, ...where }),
            pupil,
            adults: [...contacts.map(({ name }) => name), pupil.keyAdult, school?.senco ?? null],
            days: [],
            content: async (say) => {
              const gathered = await gatherYear(records, pupil, where)
              return say(() => yearSummary(gathered, type))
            },
          }}
        >
          <TypeChoice value={type} onChange={setType} />
        </PaperCard>
      )}
    </OpensPaper>
  )
}
