import { t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { saidOf } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { Funding } from '../../domain/records/funding.ts'
import type { FundingBand } from '../../domain/records/fundingBand.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { fundingWhy } from '../../domain/rules/enteredWhy.ts'
import { bandOn } from '../../domain/rules/funding.ts'
import { earliest, latest, showDay } from '../../domain/rules/day.ts'
import { showMoney } from '../../domain/rules/money.ts'
import { PupilName } from '../hiddenDetails.tsx'
import { RecordCards, TwoLines } from '../RecordCards.tsx'
import { useServices } from '../services.tsx'
import { Why } from '../Why.tsx'

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

const Amount = ({ funding, band }: { funding: Funding; band: FundingBand | undefined }) => {
  const pence = funding.amount ?? band?.amount
  const why = fundingWhy(funding, band)
  return (
    <Text size={200}>
      {pence === undefined || why === null ? (
        t`What the band pays is not entered`
      ) : (
        <Why why={why}>{t`${showMoney(pence)} a year`}</Why>
      )}
    </Text>
  )
}

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
  const bandOf = (funding: Funding) => {
    const authority = funding.authority ?? (pupil ?? who(funding.pupil))?.localAuthority ?? null
    // What has ended, or hasn't begun, at the amount of its own days.
    const day = latest(funding.from, earliest(today, funding.until ?? today))
    return funding.band ? bandOn(bands, { authority, band: funding.band }, day) : undefined
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
                {saidOf(fieldOf(Funding, 'element'), funding.element)}
                {funding.band && `, ${funding.band}`}
              </>
            }
            second={[
              `${funding.until ? t`${showDay(funding.from)} to ${showDay(funding.until)}` : t`from ${showDay(funding.from)}`}`,
              funding.authority,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        )
      }}
      aside={(funding) => <Amount funding={funding} band={bandOf(funding)} />}
      groups={[{ fields: asked }]}
      options={{
        pupil: pupils
          .map((one) => ({ key: one.key, text: fullName(one) }))
          .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
      }}
      add={{
        words: t`Add funding`,
        given: {
          element: 'E3',
          from: today,
          ...(pupil ? { pupil: pupil.key, authority: pupil.localAuthority } : {}),
        },
        fields: asked.filter((name) => name !== 'decided' && name !== 'notes'),
      }}
      empty={{
        title: t`No funding entered`,
        todo: t`Enter top-up with its band or amount and its dates; the financial year takes the days that fall in it.`,
      }}
    />
  )
}
