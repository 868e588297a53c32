import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import type { CensusSetting } from '../../domain/records/censusSetting.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { type CensusCheck, checkCensus } from '../../domain/rules/census.ts'
import { Notice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { grouped } from '../../domain/grouped.ts'
import type { Asked } from './asked.ts'
import { CensusLeaving } from './CensusLeaving.tsx'
import { Counts } from './Counts.tsx'
import { RuleFindings } from './RuleFindings.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const wrongWords = ({ findings }: CensusCheck): string => {
  const count = (weight: 'wrong' | 'look') =>
    new Set(findings.filter((one) => one.weight === weight).map(({ pupil }) => pupil)).size
  const [wrong, look] = [count('wrong'), count('look')]
  return [
    wrong > 0 && t`${counted(wrong, 'pupil')} to put right`,
    look > 0 && t`${counted(look, 'pupil')} to look at`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The answer: counts that add up, what is wrong by rule, and the ways out of the app. */
export const Checked = ({
  asked: { census, day },
  pupils,
  needs,
  periods,
  settings,
}: {
  asked: Asked
  pupils: readonly Stored<Pupil>[]
  needs: readonly Stored<Need>[]
  periods: readonly Stored<StatusPeriod>[]
  settings: readonly Stored<CensusSetting>[]
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const [leaving, setLeaving] = useState<'print' | 'csv' | null>(null)
  const check = useMemo(
    () => checkCensus({ census, day }, pupils, needs, periods, today, settings),
    [census, day, pupils, needs, periods, today, settings],
  )
  const known = useMemo(() => new Map(pupils.map((pupil) => [pupil.key, pupil])), [pupils])
  if (pupils.length === 0)
    return (
      <Notice
        title={t`Nobody is on the register yet`}
        todo={t`Import your pupils first: the census counts everybody on roll.`}
      />
    )
  const groups = grouped(check.findings, ({ rule }) => rule)
  const words = wrongWords(check)
  return (
    <>
      <div className={styles.head}>
        <StatusMark
          status={
            words === ''
              ? 'done'
              : check.findings.some(({ weight }) => weight === 'wrong')
                ? 'overdue'
                : 'dueSoon'
          }
          word={words || t`Nothing is wrong`}
        />
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={<PrintRegular />}
            onClick={() => setLeaving('print')}
          >{t`Print the summary`}</Button>
          <Button
            size="small"
            icon={<ArrowDownloadRegular />}
            onClick={() => setLeaving('csv')}
          >{t`Export in census codes (CSV)`}</Button>
        </div>
      </div>
      {leaving && (
        <CensusLeaving way={leaving} check={check} pupils={known} onDone={() => setLeaving(null)} />
      )}
      <Counts check={check} />
      {check.findings.length === 0 ? (
        <Text className={styles.quiet}>
          {census === 'spring'
            ? t`Everybody on roll has one status, and whoever has SEN has ranked types of need.`
            : t`Everybody on roll has one status. Types of need are asked for in the spring census only.`}
        </Text>
      ) : (
        [...groups].map(([rule, findings]) => (
          <RuleFindings
            key={rule}
            rule={findings[0]!.rule}
            findings={findings}
            pupils={known}
            needs={needs}
          />
        ))
      )}
    </>
  )
}
