import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { LinkRegular } from '@fluentui/react-icons'
import { type ReviewFile, settingsOfFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { showDay } from '../../domain/rules/day.ts'
import { phaseTransferOf } from '../../domain/rules/phaseTransfer.ts'
import { reviewSteps } from '../../domain/rules/reviewSteps.ts'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import { HistoryButton } from '../../ui/history/HistoryButton.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useOne } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useWide } from '../../ui/useWide.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { OpenedBy } from '../records/log/OpenedBy.tsx'
import { placeOf } from '../routes.ts'
import { Trail } from '../Trail.tsx'
import { Aside } from './Aside.tsx'
import { Block } from './Block.tsx'
import { BlockNav } from './BlockNav.tsx'
import { type BlockName, blocksOf, isBlock } from './blocks.ts'
import { MeetingTooLate } from './MeetingTooLate.tsx'
import { Minutes } from './Minutes.tsx'
import { NextStep } from './NextStep.tsx'
import { Path } from './Path.tsx'
import { useLateMeeting } from './useLateMeeting.ts'
import { useReviewFile } from './useReviewFile.ts'

const register = { at: 'register', query: new URLSearchParams() } as const

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '216px minmax(0, 1fr) 280px',
    gap: '32px',
    alignItems: 'start',
    '@media (max-width: 1199px)': { gridTemplateColumns: '200px minmax(0, 1fr)' },
    '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  },
  steps: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** One review: where it stands above, its blocks at the left, what is being written in the middle, people at the right. */
export const ReviewScreen = ({ reviewKey, block }: { reviewKey: string; block: string | null }) => {
  const review = useOne(Review, reviewKey)
  if (!review.data) {
    return (
      <Page title="Review" above={<Trail steps={[{ words: 'Register', route: register }]} />}>
        <Loaded queries={[review]} shape={<Waiting />}>
          {() => null}
        </Loaded>
      </Page>
    )
  }
  return <OpenReview review={review.data} block={block} />
}

const OpenReview = ({ review, block }: { review: Stored<Review>; block: string | null }) => {
  const styles = useStyles()
  const services = useServices()
  const say = useSay()
  const pupil = useOne(Pupil, review.pupil)
  const name = pupil.data ? <PupilName pupil={pupil.data} /> : 'Pupil'
  const kind = Review.fields.type.choices[review.type]
  const share = () => {
    services.shareLink(placeOf(services.school.id, { at: 'review', key: review.key, block }), 'A review')
    say('Link ready to pass on. Only people with access can open it.')
  }
  return (
    <Page
      above={
        <Trail
          steps={[
            { words: 'Register', route: register },
            { words: name, route: { at: 'pupil', key: review.pupil, section: 'reviews' } },
          ]}
        />
      }
      title={
        <>
          {kind} · {name}
        </>
      }
      beside={
        <span className={styles.quiet}>
          {review.meetingDate ? showDay(review.meetingDate) : 'No date set yet'}
        </span>
      }
      actions={
        <Button size="small" appearance="subtle" icon={<LinkRegular />} onClick={share}>
          Copy link
        </Button>
      }
    >
      {review.archived && (
        <MessageBar intent="warning">
          <MessageBarBody>This review is archived.</MessageBarBody>
        </MessageBar>
      )}
      <Loaded queries={[pupil]} shape={<Waiting />}>
        {(known) => (
          <OpeningGate pupil={known} what="Review" ofPlan aside={<OpenedBy pupil={known.key} />}>
            <WholeReview review={review} block={block} />
          </OpeningGate>
        )}
      </Loaded>
    </Page>
  )
}

const WholeReview = ({ review, block }: { review: Stored<Review>; block: string | null }) => {
  const { queries, file } = useReviewFile(review)
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {() => <Columns file={file()} block={block} />}
    </Loaded>
  )
}

const Columns = ({ file, block }: { file: ReviewFile; block: string | null }) => {
  const styles = useStyles()
  const today = useServices().today()
  const wide = useWide(1200)
  const late = useLateMeeting(file)
  const { review } = file
  const names = blocksOf(file, today)
  const current: BlockName = block && isBlock(block) && names.includes(block) ? block : names[0]!
  const settings = settingsOfFile(file)
  const steps = reviewSteps(review, today, settings, phaseTransferOf(file.pupil, settings, today))
  return (
    <>
      <Path
        steps={steps}
        planned={review.meetingDate !== null}
        closed={review.stage === 'closed'}
        late={late && (late.planned ? 'Too late' : 'Overdue')}
      />
      {late && <MeetingTooLate due={late} />}
      <div className={styles.steps}>
        <NextStep file={file} />
        <Minutes file={file} />
        <HistoryButton type={Review} record={review} />
      </div>
      <div className={styles.columns}>
        <BlockNav file={file} names={names} current={current} />
        <div>
          <Block key={current} name={current} file={file} />
        </div>
        {wide && <Aside file={file} />}
      </div>
    </>
  )
}
