import { inWords, t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import type { Finding } from '../../domain/rules/census.ts'
import { type CensusRuleName, censusRules } from '../../domain/rules/censusRules.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { Why } from '../../ui/Why.tsx'
import { useGo } from '../routes.ts'
import { useFix } from './useFix.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px', maxWidth: '960px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 16px' },
  title: { margin: 0 },
  scroll: {
    maxHeight: '330px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 1fr) minmax(180px, 1.2fr) minmax(200px, 1fr)',
    alignItems: 'center',
    gap: '2px 16px',
    padding: '6px 12px',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  fix: { textAlign: 'right', '@media (max-width: 640px)': { textAlign: 'left' } },
  what: { color: tokens.colorNeutralForeground2 },
})

/** Everybody of whom one rule found something, each with what puts it right. */
export const RuleFindings = ({
  rule,
  findings,
  pupils,
  needs,
}: {
  rule: CensusRuleName
  findings: readonly Finding[]
  pupils: ReadonlyMap<string, Stored<Pupil>>
  needs: readonly Stored<Need>[]
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const [all, setAll] = useState(false)
  const { fix, fixAll, busy, trouble, mayWrite } = useFix(pupils, needs)
  const clickable = findings.filter((one) => one.fix.is === 'click')
  const title = inWords(censusRules[rule].title)
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Text>
          <Why why={findings[0]!.why}>{counted(findings.length, 'pupil')}</Why>
        </Text>
        {mayWrite && clickable.length > 1 && !all && (
          <Button size="small" disabled={busy !== null} onClick={() => setAll(true)}>
            {t`Put all ${clickable.length} right`}
          </Button>
        )}
        {all && (
          <>
            <Text>{t`As each line says, as a job that can be undone.`}</Text>
            <Button size="small" appearance="primary" onClick={() => void fixAll(title, clickable)}>
              {t`Change ${counted(clickable.length, 'pupil')}`}
            </Button>
            <Button size="small" onClick={() => setAll(false)}>{t`Cancel`}</Button>
          </>
        )}
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
      <VirtualList
        rows={findings}
        keyOf={({ pupil }) => pupil}
        height={46}
        scroll={styles.scroll}
        label={title}
        row={styles.row}
      >
        {(finding) => {
          const pupil = pupils.get(finding.pupil)
          const { fix: found } = finding
          return (
            <>
              <span>
                <Link href={href({ at: 'pupil', key: finding.pupil, section: 'thread' })}>
                  {pupil && <Personal>{fullName(pupil)}</Personal>}
                </Link>
              </span>
              <span className={styles.what}>{finding.what}</span>
              <span className={styles.fix}>
                {found.is === 'go' ? (
                  <Link href={href({ at: 'pupil', key: finding.pupil, section: found.section })}>
                    {found.words}
                  </Link>
                ) : (
                  mayWrite && (
                    <Button size="small" disabled={busy !== null} onClick={() => void fix(finding)}>
                      {busy === finding.pupil ? t`Saving` : found.words}
                    </Button>
                  )
                )}
              </span>
            </>
          )
        }}
      </VirtualList>
    </section>
  )
}
