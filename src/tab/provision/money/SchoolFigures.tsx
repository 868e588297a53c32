import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Figure, SchoolMoney } from '../../../domain/rules/moneyTypes.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
    gap: '14px 20px',
    margin: 0,
    maxWidth: '1100px',
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr 1fr', gap: '12px' },
  },
  one: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, '& dd': { margin: 0 } },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  pence: {
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  note: { color: tokens.colorNeutralForeground2 },
})

const Sum = ({ of }: { of: Figure }) => <Why why={of.why}>{showMoney(of.pence)}</Why>

/** The school’s money of the year at a glance; every sum says why. */
export const SchoolFigures = ({ money }: { money: SchoolMoney }) => {
  const styles = useStyles()
  const { href } = useGo()
  const one = (label: string, figure: Figure | null, note?: ReactNode) => (
    <div className={styles.one}>
      <dt className={styles.label}>{label}</dt>
      <dd>
        {figure ? (
          <span className={styles.pence}>
            <Sum of={figure} />
          </span>
        ) : (
          <Text>{t`Not known`}</Text>
        )}
        {note && (
          <Text size={200} block className={styles.note}>
            {note}
          </Text>
        )}
      </dd>
    </div>
  )
  const settings = (
    <Link inline href={href({ at: 'school', section: 'settings' })}>{t`Enter it in School settings`}</Link>
  )
  const balance = money.notionalBalance
  return (
    <dl className={styles.list} aria-label={t`The school’s money of the year`}>
      {one(
        t`Provision costs`,
        money.total,
        money.roundingDifference === 0 && money.unsharedPence === 0 ? (
          counted(money.pupils.length, 'pupil')
        ) : (
          <>
            {t`Of it on lines`} <Sum of={money.linesTotal} />
            {money.roundingDifference !== 0 && (
              <>
                {t`; rounding`} <Sum of={{ pence: money.roundingDifference, why: money.apart.rounding }} />
              </>
            )}
            {money.unsharedPence !== 0 && (
              <>
                ; <Sum of={{ pence: money.unsharedPence, why: money.apart.unshared }} />{' '}
                {t`for places in groups that nobody took`}
              </>
            )}
          </>
        ),
      )}
      {one(t`Element 2 used`, money.element2Used, t`What counts, up to the threshold`)}
      {one(
        t`Top-up received`,
        money.topUp,
        <>
          <Sum of={money.aboveThreshold} /> {t`lies above the threshold`}
        </>,
      )}
      {one(t`Top-up gap`, money.topUpGap, t`Paid by the school`)}
      {one(t`The school spends`, money.schoolSpend, t`Element 2 and the gap`)}
      {one(
        t`Notional SEN budget left`,
        balance,
        balance && money.notionalBudget ? (
          <>
            {balance.pence < 0 && t`Overspent. `}
            {t`Of`} <Sum of={money.notionalBudget} />
            {t`; a guide, not ring-fenced`}
          </>
        ) : (
          settings
        ),
      )}
      {one(
        t`Paid, not counted`,
        money.notCounted,
        money.aboveCost.pence > 0 ? (
          <>
            {t`By the authorities’ rules. Their own rates count`} <Sum of={money.aboveCost} />{' '}
            {t`more than support costs`}
          </>
        ) : (
          t`By the authorities’ rules`
        ),
      )}
      {one(
        t`Element 1`,
        money.element1,
        money.element1 ? (
          <>
            <Sum of={money.element1.each} /> {t`a pupil, core funding`}
          </>
        ) : (
          settings
        ),
      )}
    </dl>
  )
}
