import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { AnyRecordType } from '../../domain/record.ts'
import { check } from '../../domain/wording/check.ts'
import { wordingRules } from '../../domain/wording/rules.ts'
import type { TextKind } from '../../domain/wording/types.ts'
import { MarkList } from './MarkList.tsx'
import { besideOf, type ValueOf } from '../../domain/wording/kindOf.ts'
import { useNotNow } from './notNow.ts'
import { selectIn } from './selectIn.ts'
import { useWording } from './useWording.ts'

const useStyles = makeStyles({
  marks: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    marginTop: '6px',
    paddingLeft: '10px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** How long a person has stopped typing before the marks change: milliseconds. */
const pause = 700

const count = (found: number) => (found === 1 ? t`1 note on the wording` : t`${found} notes on the wording`)

/** The value as it was when it last stood still for a moment. */
const useStill = <T,>(value: T): T => {
  const [still, setStill] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return still
}

/** Notes on the wording of one field, under it: what was found, why, and a way to the words. */
export const Marks = ({
  type,
  kind,
  text: typed,
  label,
  valueOf,
  id,
}: {
  type: AnyRecordType
  kind: TextKind
  text: string
  label: string
  valueOf: ValueOf
  id: string
}) => {
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const text = useStill(typed)
  const wording = useWording((valueOf('pupil') ?? null) as string | null)
  const { aside, letGo, bringBack } = useNotNow()
  const all = text.trim() === '' ? [] : check(text, { ...wording, kind, beside: besideOf(type, valueOf) })
  const idOf = (finding: (typeof all)[number]) => `${id} ${finding.rule} ${finding.line ? '' : finding.words}`
  const findings = all.filter((finding) => !aside.has(idOf(finding)))
  const hidden = all.length - findings.length
  const stopped = wordingRules.filter(
    (rule) =>
      wording.settings?.off.has(rule.id) &&
      rule.kinds.includes(kind) &&
      (rule.strength === 'must' || rule.strength === 'should'),
  )
  // Told when it changes, not when the page opens.
  const found = findings.map(idOf).join('\n')
  const [first] = useState(found)
  const [changed, setChanged] = useState(false)
  if (!changed && found !== first) setChanged(true)
  return (
    <div ref={root}>
      <output className={styles.heard}>
        {changed &&
          (findings.length > 0 ? `${label}: ${count(findings.length)}` : t`${label}: no note on the wording`)}
      </output>
      {all.length > 0 && (
        <section className={styles.marks} aria-label={t`Wording of ${label}`}>
          <div className={styles.head}>
            <Text size={200} className={styles.quiet}>
              {findings.length > 0 ? count(findings.length) : t`${count(hidden)} put aside`}
            </Text>
            {findings.length > 0 ? (
              <Button
                size="small"
                appearance="subtle"
                onClick={() => letGo(findings.map(idOf))}
              >{t`Not now`}</Button>
            ) : (
              <Button
                size="small"
                appearance="subtle"
                onClick={() => bringBack(all.map(idOf))}
              >{t`Show again`}</Button>
            )}
          </div>
          {stopped.length > 0 && (
            <Text
              size={200}
              className={styles.quiet}
            >{t`Not marked, as your school stopped it, though still asked for: ${stopped.map(({ name }) => name).join('; ')}`}</Text>
          )}
          {findings.length > 0 && (
            <MarkList
              findings={findings}
              lines={text.includes('\n')}
              onShow={({ from, to }) => selectIn(root.current?.parentElement ?? null, text, from, to)}
            />
          )}
        </section>
      )}
    </div>
  )
}
