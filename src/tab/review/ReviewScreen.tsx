import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { LinkRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { type ReviewFile, settingsOfFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import type { Chase } from '../../domain/records/chase.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { phaseTransferOf } from '../../domain/rules/phaseTransfer.ts'
import { meetingHeld } from '../../domain/rules/reviewMoves.ts'
import { reviewStanding } from '../../domain/rules/reviewState.ts'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import { adviceOwed } from '../../ui/letters/owed.ts'
import { adultsOf } from '../../ui/disclosure/passOn.ts'
import { HistoryButton } from '../../ui/history/HistoryButton.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAbout, useOne } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { useWide } from '../../ui/useWide.ts'
import { WordingAboutContext } from '../../ui/wording/useWording.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { OpenedBy } from '../records/log/OpenedBy.tsx'
import { placeOf } from '../routes.ts'
import { OutOfReview } from '../reviews/outlook/OutOfReview.tsx'
import { Trail } from '../Trail.tsx'
import { Aside } from './Aside.tsx'
import { Block } from './Block.tsx'
import { AuthorityForm } from './form/AuthorityForm.tsx'
import { BlockNav } from './BlockNav.tsx'
import { type BlockName, blocksOf, isBlock } from '../../ui/review/blocks.ts'
import { Checklist, checklist, useQuality } from './Checklist.tsx'
import { Duties } from './Duties.tsx'
import { MeetingTooLate } from './MeetingTooLate.tsx'
import { Minutes } from './Minutes.tsx'
import { NextStep } from './NextStep.tsx'
import { Path } from './Path.tsx'
import { StepPanel } from './path/StepPanel.tsx'
import { stepAt, stepNow } from './path/steps.ts'
import { useChasesOf } from './path/useChases.ts'
import { useLateMeeting } from './useLateMeeting.ts'
import { useReviewFile } from '../../ui/review/useReviewFile.ts'

const reviews = { at: 'reviews', query: new URLSearchParams() } as const

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '216px minmax(0, 1fr) 280px',
    gap: '32px',
    alignItems: 'start',
    '@media (max-width: 1199px)': { gridTemplateColumns: '200px minmax(0, 1fr)' },
    '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    ':empty': { display: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** One review: where it stands above, its blocks at the left, what is being written in the middle, people at the right. */
export const ReviewScreen = ({ reviewKey, block }: { reviewKey: string; block: string | null }) => {
  const review = useOne(Review, reviewKey)
  if (!review.data) {
    return (
      <Page title={t`Review`} above={<Trail steps={[{ words: t`Reviews`, route: reviews }]} />}>
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
  useAskMayWrite(pupil.data)
  const name = pupil.data ? <PupilName pupil={pupil.data} /> : t`Pupil`
  const kind = inWords(Review.fields.type.choices[review.type])
  const share = () => {
    services.shareLink(placeOf(services.school.id, { at: 'review', key: review.key, block }), t`A review`)
    say(t`Link ready to pass on. Only people with access can open it.`)
  }
  return (
    <Page
      above={
        <Trail
          steps={[
            { words: t`Reviews`, route: reviews },
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
          {review.meetingDate ? showDay(review.meetingDate) : t`No date set yet`}
        </span>
      }
      actions={
        <Button
          size="small"
          appearance="subtle"
          icon={<LinkRegular />}
          onClick={share}
        >{t`Copy link`}</Button>
      }
    >
      {review.archived && (
        <MessageBar intent="warning">
          <MessageBarBody>{t`This review is archived.`}</MessageBarBody>
        </MessageBar>
      )}
      <Loaded queries={[pupil]} shape={<Waiting />}>
        {(known) => (
          <OpeningGate pupil={known} what={t`Review`} ofPlan aside={<OpenedBy pupil={known.key} />}>
            <WholeReview review={review} block={block} />
          </OpeningGate>
        )}
      </Loaded>
    </Page>
  )
}

const WholeReview = ({ review, block }: { review: Stored<Review>; block: string | null }) => {
  const { queries, file } = useReviewFile(review)
  const chases = useChasesOf(review.key)
  return (
    <Loaded queries={[...queries, chases]} shape={<Waiting />}>
      {() => <About file={file()} chases={chases.data?.records ?? []} block={block} />}
    </Loaded>
  )
}

type Opened = { file: ReviewFile; chases: readonly Stored<Chase>[]; block: string | null }

/** Whose names belong in the texts of this review. */
const About = (opened: Opened) => {
  const { file } = opened
  const adults = adultsOf(file).join('\n')
  const about = useMemo(
    () => ({ pupil: file.pupil.key, adults: adults.split('\n') }),
    [file.pupil.key, adults],
  )
  return (
    <WordingAboutContext value={about}>
      <Columns {...opened} />
    </WordingAboutContext>
  )
}

/** How far the advice is. */
const adviceOf = (file: ReviewFile, today: Day) => {
  const { contributors, review } = file
  const asked = contributors.filter((one) => one.adviceAsked || one.adviceReceived)
  return {
    asked: asked.length,
    received: asked.filter((one) => one.adviceReceived).length,
    late: asked.filter((one) => (adviceOwed(one, file, [])?.due.day ?? today) < today).length,
    over: review.papersCirculated !== null || meetingHeld(review),
  }
}

const Columns = ({ file, chases, block }: Opened) => {
  const styles = useStyles()
  const today = useServices().today()
  const wide = useWide(1200)
  // On a phone the step comes first, and what else there is about the review after it.
  const roomy = useWide(640)
  const late = useLateMeeting(file)
  const { review } = file
  const names = blocksOf(file, today)
  const chosen: BlockName | null = block && isBlock(block) && names.includes(block) ? block : null
  // A review opens at what has to be done in it; without a date that is the date.
  const listed = block === checklist
  const quality = useQuality(file)
  const step = chosen || listed ? null : (stepAt(block) ?? (review.meetingDate ? stepNow(file, today) : null))
  const current = step || listed ? null : (chosen ?? names[0]!)
  const settings = settingsOfFile(file)
  const transfer = phaseTransferOf(file.pupil, settings, today)
  const reviews = useAbout(Review, 'pupil', file.pupil.key).data?.records
  const { steps, overdue } = reviewStanding(review, today, settings, transfer, reviews)
  const tools = (
    <>
      <Minutes file={file} />
      <AuthorityForm file={file} />
      <HistoryButton type={Review} record={review} />
      <OutOfReview file={file} />
    </>
  )
  return (
    <>
      <Path
        review={review.key}
        steps={steps}
        overdue={overdue}
        advice={adviceOf(file, today)}
        open={step}
        planned={review.meetingDate !== null}
        closed={review.stage === 'closed'}
        late={late && (late.planned ? 'Too late' : 'Overdue')}
      />
      {late && <MeetingTooLate due={late} />}
      {review.stage !== 'closed' && (
        <Duties
          pupil={file.pupil}
          type={review.type}
          meeting={review.meetingDate ?? today}
          last={review.previousDate ?? file.pupil.planIssued}
          transfer={review.type === 'phaseTransfer' ? (transfer?.deadline ?? null) : null}
          settings={settings}
        />
      )}
      <div className={styles.steps}>
        <NextStep file={file} open={step} />
        {roomy && tools}
      </div>
      <div className={styles.columns}>
        <BlockNav file={file} names={names} current={listed ? checklist : current} quality={quality} />
        <div>
          {listed ? (
            <Checklist file={file} quality={quality} />
          ) : step ? (
            <StepPanel key={step} step={step} file={file} chases={chases} />
          ) : (
            current && <Block key={current} name={current} file={file} />
          )}
        </div>
        {wide && <Aside file={file} />}
      </div>
      {!roomy && <div className={styles.steps}>{tools}</div>}
    </>
  )
}
