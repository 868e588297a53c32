import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { FundingBand } from '../../../domain/records/fundingBand.ts'
import { bandWhy } from '../../../domain/rules/enteredWhy.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { FundingCards } from '../../../ui/money/FundingCards.tsx'
import type { MoneyRecords } from '../../../ui/money/useMoneyRecords.ts'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Why } from '../../../ui/Why.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px', paddingBottom: '20px' },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '680px' },
})
const fields = ['authority', 'band', 'from', 'amount', 'source'] as const

/** Who is paid what, and what each band of an authority pays from which day on. */
export const FundingPart = ({ records }: { records: MoneyRecords }) => {
  const styles = useStyles()
  const today = useServices().today()
  return (
    <>
      <section className={styles.part} aria-label={t`Funding of pupils`}>
        <Text as="h2" size={500} weight="semibold" className={styles.heading}>{t`Funding of pupils`}</Text>
        <Text
          className={styles.quiet}
        >{t`On days without an entry here, the yearly top-up among the pupil’s details counts. Of two top-ups on the same days, the one that began last counts.`}</Text>
        <FundingCards fundings={records.fundings} bands={records.bands} pupils={records.pupils} />
      </section>
      <section className={styles.part} aria-label={t`Bands`}>
        <Text as="h2" size={500} weight="semibold" className={styles.heading}>{t`Bands`}</Text>
        <Text
          className={styles.quiet}
        >{t`What each band pays a year, from a date on. A new amount is a new line.`}</Text>
        <RecordCards
          type={FundingBand}
          records={records.bands.toSorted(
            (a, b) =>
              a.authority.localeCompare(b.authority, 'en-GB') ||
              a.band.localeCompare(b.band, 'en-GB', { numeric: true }) ||
              (a.from < b.from ? 1 : -1),
          )}
          part={(band) => band.authority}
          summary={(band) => (
            <TwoLines
              first={band.band}
              second={[t`from ${showDay(band.from)}`, band.source].filter(Boolean).join(' · ')}
            />
          )}
          aside={(band) => (
            <Text size={200}>
              <Why why={bandWhy(band)}>{t`${showMoney(band.amount)} a year`}</Why>
            </Text>
          )}
          groups={[{ fields }]}
          add={{ words: t`Add a band`, given: { from: today }, fields }}
          empty={{
            title: t`No band entered`,
            todo: t`Bands are local: take them from your authority’s papers, with the date from which they hold.`,
          }}
        />
      </section>
    </>
  )
}
