import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  ArrowDownloadRegular,
  CloudArrowUpRegular,
  DocumentAddRegular,
  DocumentSearchRegular,
  SendRegular,
} from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import { reviewsIn } from '../../documents/readBack.ts'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { AskWhere } from './AskWhere.tsx'
import { Differences } from './Differences.tsx'
import { Refused } from './Refused.tsx'
import type { ReviewOption } from './reviewOptions.ts'
import { useJump } from './useJump.ts'
import { useMinutes } from './useMinutes.ts'
import { WorkNotice } from '../WorkNotice.tsx'

const useStyles = makeStyles({
  identity: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '10px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  who: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  change: { flexShrink: 0 },
  body: { display: 'flex', flexDirection: 'column', gap: '16px', padding: '12px' },
  verbs: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px' },
  verb: { minWidth: 0, padding: '6px 4px', whiteSpace: 'nowrap' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: '-8px' },
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
  const { review, pupil, words } = option
  const { work, show, dismiss, insert, insertInto, readBack, passOn } = useMinutes(review.key)
  const jump = useJump()
  const identity = useRef<HTMLElement>(null)
  useEffect(() => {
    if (justChosen) identity.current?.focus()
  }, [justChosen])
  const busy = work.is === 'working'
  const held = work.is === 'asking' ? reviewsIn(work.document) : new Set<string>()
  return (
    <>
      <header ref={identity} tabIndex={-1} aria-labelledby="review-of" className={styles.identity}>
        <div className={styles.who}>
          <Text as="h1" id="review-of" size={400} weight="semibold" className={styles.name}>
            <PupilName pupil={pupil} />
          </Text>
          <Text size={200} className={styles.quiet}>
            {words}
          </Text>
        </div>
        <Button size="small" className={styles.change} disabledFocusable={busy} onClick={onChange}>
          Change
        </Button>
      </header>
      <div className={styles.body}>
        <OpeningGate pupil={pupil} what="Review in Word" ofPlan>
          <div className={styles.verbs}>
            <Button
              appearance="primary"
              className={styles.verb}
              icon={<DocumentAddRegular />}
              disabledFocusable={busy}
              onClick={() => void insert()}
            >
              Insert minutes
            </Button>
            <Button
              className={styles.verb}
              icon={<DocumentSearchRegular />}
              disabledFocusable={busy}
              onClick={() => void readBack()}
            >
              Read back
            </Button>
          </div>
          <div className={styles.files}>
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              disabledFocusable={busy}
              onClick={() => void passOn('download')}
            >
              Download minutes
            </Button>
            <Button
              size="small"
              appearance="subtle"
              icon={<CloudArrowUpRegular />}
              disabledFocusable={busy}
              onClick={() => void passOn('save')}
            >
              Save minutes to the library
            </Button>
            <Button
              size="small"
              appearance="subtle"
              icon={<SendRegular />}
              disabledFocusable={busy}
              onClick={() => void passOn('send')}
            >
              Send this document
            </Button>
          </div>
          <WorkNotice work={work} onDismiss={dismiss} />
          {work.is === 'nothing' && (
            <Text className={styles.quiet}>
              Insert puts the minutes into this document, filled from the record. Read back compares what was
              typed with the record, tracked changes as if accepted, and you choose what to keep.
            </Text>
          )}
          {work.is === 'passing' && (
            <PassOn
              key={work.way}
              passing={work.passing}
              onShow={(finding, paragraphs) => void jump.to(finding, paragraphs)}
              onDone={(passed) => show({ is: 'done', ...passed })}
              onClose={dismiss}
            />
          )}
          {work.is === 'passing' && jump.missing && <Text role="status">{jump.missing}</Text>}
          {work.is === 'asking' && (
            <AskWhere
              same={held.has(review.key)}
              other={held.size > 0 && !held.has(review.key)}
              onWhere={(where) => void insertInto(work.file, where)}
              onCancel={dismiss}
            />
          )}
          {work.is === 'read' &&
            ('refused' in work.result ? (
              <Refused
                refusal={work.result.refused}
                other={options.find(
                  ({ review: { key } }) =>
                    'refused' in work.result &&
                    work.result.refused.why !== 'noFields' &&
                    key === work.result.refused.review,
                )}
                onGo={onGo}
              />
            ) : (
              <Differences
                key={work.at.getTime()}
                found={work.result}
                file={work.file}
                document={work.document}
              />
            ))}
        </OpeningGate>
      </div>
    </>
  )
}
