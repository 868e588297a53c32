import { t } from '../../words/t.ts'
import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { DocumentBulletListRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { inkOnHover } from '../../ui/inkOnHover.ts'
import { Notice } from '../../ui/Loaded.tsx'
import { optionsFor, type ReviewOption } from './reviewOptions.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px' },
  title: { margin: 0 },
  search: { maxWidth: 'none', width: '100%' },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  button: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    ...inkOnHover,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
})

const first = 8
const most = 40

/** Type a name, or take one of the reviews that come up next. */
export const ReviewPicker = ({
  options,
  asked,
  onChoose,
  onForm,
}: {
  options: readonly ReviewOption[]
  /** The person asked for another review: the keyboard goes on from the search. */
  asked: boolean
  onChoose: (reviewKey: string) => void
  /** The document is an authority’s form, to set up for all reviews. */
  onForm: () => void
}) => {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const all = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked) all.current?.querySelector('input')?.focus()
  }, [asked])
  if (options.length === 0)
    return (
      <Notice
        title={t`No reviews yet`}
        todo={t`A review begins in Teams: open the pupil there and choose Plan a review. Then come back here.`}
        action={<Button onClick={onForm}>{t`Set up an authority’s form`}</Button>}
      />
    )
  const found = optionsFor(options, typed)
  const shown = found.slice(0, typed.trim() === '' ? first : most)
  return (
    <div ref={all} className={styles.all}>
      <Text as="h1" size={400} weight="semibold" className={styles.title}>{t`Choose a review`}</Text>
      <SearchBox
        dismiss={{ 'aria-label': t`clear` }}
        className={styles.search}
        aria-label={t`Pupil’s name`}
        placeholder={t`Pupil’s name`}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found.length === 1) onChoose(found[0]!.review.key)
        }}
      />
      <output className={styles.count}>
        {typed.trim() === ''
          ? t`Next to be done`
          : found.length === 0
            ? t`No review has a pupil, class or date like this`
            : t`${found.length} found${found.length > most ? t`, the first ${most} shown` : ''}`}
      </output>
      <ul className={styles.list}>
        {shown.map(({ review, pupil, words }) => (
          <li key={review.key}>
            <Button appearance="subtle" className={styles.button} onClick={() => onChoose(review.key)}>
              <span className={styles.words}>
                <span>
                  <PupilName pupil={pupil} />
                  {pupil.className && <span className={styles.quiet}> · {pupil.className}</span>}
                </span>
                <Text size={200} className={styles.quiet}>
                  {words}
                </Text>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button
          appearance="subtle"
          icon={<DocumentBulletListRegular />}
          onClick={onForm}
        >{t`Set up an authority’s form`}</Button>
      </div>
    </div>
  )
}
