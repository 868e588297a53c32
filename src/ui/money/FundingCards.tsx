import { show } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { Funding } from '../../domain/records/funding.ts'
import type { FundingBand } from '../../domain/records/fundingBand.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { bandOn } from '../../domain/rules/funding.ts'
import { earliest, latest, showDay } from '../../domain/rules/day.ts'
import { showMoney } from '../../domain/rules/money.ts'
import { PupilName } from '../hiddenDetails.tsx'
import { RecordCards, TwoLines } from '../RecordCards.tsx'
import { useServices } from '../services.tsx'

const fields = [
  'pupil',
  'element',
  'authority',
  'band',
  'amount',
  'from',
  'until',
  'decided',
  'notes',
] as const

/** Money that comes for pupils; of one pupil where one is given. */
export const FundingCards = ({
  fundings,
  bands,
  pupils,
  pupil,
}: {
  fundings: readonly Stored<Funding>[]
  bands: readonly Stored<FundingBand>[]
  pupils: readonly Stored<Pupil>[]
  pupil?: Stored<Pupil>
}) => {
  const today = useServices().today()
  const asked = pupil ? fields.filter((name) => name !== 'pupil') : fields
  const who = (key: string) => pupils.find((one) => one.key === key)
  const amountOf = (funding: Funding): string => {
    if (funding.amount !== null) return `${showMoney(funding.amount)} a year`
    const authority = funding.authority ?? (pupil ?? who(funding.pupil))?.localAuthority ?? null
    // What has ended, or hasn't begun, at the amount of its own days.
    const day = latest(funding.from, earliest(today, funding.until ?? today))
    const paid = funding.band && bandOn(bands, { authority, band: funding.band }, day)
    return paid ? `${showMoney(paid.amount)} a year` : 'what the band pays is not entered'
  }
  return (
    <RecordCards
      type={Funding}
      records={fundings.toSorted((a, b) => (a.from < b.from ? 1 : -1))}
      summary={(funding) => {
        const one = pupil ? undefined : who(funding.pupil)
        return (
          <TwoLines
            first={
              <>
                {one && (
                  <>
                    <PupilName pupil={one} />:{' '}
                  </>
                )}
                {show(fieldOf(Funding, 'element'), funding.element)}
                {funding.band && `, ${funding.band}`}
              </>
            }
            second={[
              amountOf(funding),
              `${funding.until ? `${showDay(funding.from)} to ${showDay(funding.until)}` : `from ${showDay(funding.from)}`}`,
              funding.authority,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )
      }}
      groups={[{ fields: asked }]}
      options={{
        pupil: pupils
          .map((one) => ({ key: one.key, text: fullName(one) }))
          .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
      }}
      add={{
        words: 'Add funding',
        given: {
          element: 'E3',
          from: today,
          ...(pupil ? { pupil: pupil.key, authority: pupil.localAuthority } : {}),
        },
        fields: asked.filter((name) => name !== 'decided' && name !== 'notes'),
      }}
      empty={{
        title: 'No funding entered',
        todo: 'Enter top-up with its band or amount and its dates; the financial year takes the days that fall in it.',
      }}
    />
  )
}
