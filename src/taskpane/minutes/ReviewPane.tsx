import { t } from '../../words/t.ts'
import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { type Asked, paneParts } from '../parts.ts'
import type { ReviewOption } from './reviewOptions.ts'

const useStyles = makeStyles({
  top: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground2 },
  identity: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '10px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  change: { flexShrink: 0 },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  around: { padding: '12px' },
  // Off from the reason above it.
  body: { display: 'flex', flexDirection: 'column', gap: '16px', paddingTop: '8px' },
  // A part that isn't looked at keeps what was typed and found in it.
  away: { display: 'none' },
})

/** One review: whose it is, always in sight, and what can be done with it and the open document. */
export const ReviewPane = ({
  option,
  options,
  justChosen,
  onChange,
  onGo,
}: {
  option: ReviewOption
  options: readonly ReviewOption[]
  /** The person chose it here a moment ago: the keyboard goes on from its name. */
  justChosen: boolean
  onChange: () => void
  onGo: (reviewKey: string) => void
}) => {
  const styles = useStyles()
  const { pupil, words } = option
  const [atWork, setAtWork] = useState<ReadonlySet<string>>(new Set())
  const busy = atWork.size > 0
  const [part, setPart] = useState(paneParts[0]!.value)
  const [asked, setAsked] = useState<{ readonly part: string; readonly of: Asked } | null>(null)
  const tabs = useRef<HTMLDivElement>(null)
  const ask = (other: string, to?: Asked['to']) => {
    setPart(other)
    setAsked(to ? { part: other, of: { to } } : null)
    // What was pressed is out of sight: the keyboard goes on from the part that was opened.
    tabs.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus()
  }
  // The same function each time for the same part: its effect runs on a change alone.
  const busyOf = useMemo(() => {
    const known = new Map(
      paneParts.map(({ value }) => [
        value,
        (works: boolean) =>
          setAtWork((now) =>
            now.has(value) === works
              ? now
              : new Set(works ? [...now, value] : [...now].filter((one) => one !== value)),
          ),
      ]),
    )
    return (value: string) => known.get(value)!
  }, [])
  const identity = useRef<HTMLElement>(null)
  useEffect(() => {
    if (justChosen) identity.current?.focus()
  }, [justChosen])
  return (
    <>
      <div ref={tabs} className={styles.top}>
        <header ref={identity} tabIndex={-1} aria-labelledby="review-of" className={styles.identity}>
          <div className={styles.who}>
            <Text as="h1" id="review-of" size={400} weight="semibold" className={styles.name}>
              <PupilName pupil={pupil} />
            </Text>
            <Text size={200} className={styles.quiet}>
              {words}
            </Text>
          </div>
          <Button
            size="small"
            className={styles.change}
            disabledFocusable={busy}
            onClick={onChange}
          >{t`Change`}</Button>
        </header>
        {paneParts.length > 1 && (
          <TabList
            className={styles.tabs}
            size="small"
            aria-label={t`This review in Word`}
            selectedValue={part}
            onTabSelect={(_, { value }) => setPart(String(value))}
          >
            {paneParts.map(({ value, label }) => (
              <Tab key={value} value={value} id={`tab-${value}`}>
                {label}
              </Tab>
            ))}
          </TabList>
        )}
      </div>
      <div className={styles.around}>
        <OpeningGate pupil={pupil} what={t`Review in Word`} ofPlan>
          {paneParts.map(({ value, Part }) => (
            <div
              key={value}
              id={`part-${value}`}
              role={paneParts.length > 1 ? 'tabpanel' : undefined}
              aria-labelledby={paneParts.length > 1 ? `tab-${value}` : undefined}
              className={value === part ? styles.body : styles.away}
            >
              <Part
                option={option}
                options={options}
                onGo={onGo}
                onBusy={busyOf(value)}
                looked={value === part}
                busy={busy}
                onAsk={ask}
                asked={asked?.part === value ? asked.of : null}
              />
            </div>
          ))}
        </OpeningGate>
      </div>
    </>
  )
}
