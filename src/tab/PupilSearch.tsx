import { inWords, t } from '../words/t.ts'
import { Combobox, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { folded, searchWords } from '../domain/folded.ts'
import { fullName, Pupil } from '../domain/records/pupil.ts'
import { StaffProfile } from '../domain/records/staffProfile.ts'
import { yearGroups } from '../domain/rules/codes.ts'
import { stillHere } from '../domain/rules/todayParts.ts'
import { Personal } from '../ui/hiddenDetails.tsx'
import { useKeys } from '../ui/keys.ts'
import { allOf } from '../ui/records.ts'
import { useServices } from '../ui/services.tsx'
import { type Route, useGo } from './routes.ts'

const useStyles = makeStyles({
  box: { alignSelf: 'center', minWidth: '120px', width: '210px', flexShrink: 1 },
  whole: { width: '100%', flexGrow: 1 },
  found: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Found = {
  readonly key: string
  readonly name: string
  readonly about: string
  readonly haystack: string
  readonly route: Route
}

const most = 8
const aboutOf = ({ yearGroup, className }: Pick<Pupil, 'yearGroup' | 'className'>, left = false) =>
  [yearGroup && inWords(yearGroups[yearGroup]), className, left && t`has left`].filter(Boolean).join(' · ')

/** Everybody whom this person may look for: pupils of the record, or those whom staff were shown. */
const useFindable = (from: 'senco' | 'staff', wanted: boolean) => {
  const services = useServices()
  const today = services.today()
  const pupils = useQuery({ ...allOf(services, Pupil), enabled: wanted && from === 'senco' })
  const profiles = useQuery({ ...allOf(services, StaffProfile), enabled: wanted && from === 'staff' })
  const list = useMemo<Found[] | undefined>(
    () =>
      from === 'senco'
        ? pupils.data?.records.map((pupil) => ({
            key: pupil.key,
            name: fullName(pupil),
            about: aboutOf(pupil, !stillHere(pupil, today)),
            haystack: folded(
              [fullName(pupil), pupil.forename, pupil.upn, pupil.className].filter(Boolean).join(' '),
            ),
            route: { at: 'pupil', key: pupil.key, section: 'thread' },
          }))
        : profiles.data?.records.map((profile) => ({
            key: profile.key,
            name: fullName(profile),
            about: aboutOf(profile),
            haystack: folded(
              [fullName(profile), profile.forename, profile.className].filter(Boolean).join(' '),
            ),
            route: { at: 'profile', key: profile.key },
          })),
    [from, pupils.data, profiles.data, today],
  )
  return { list, failed: from === 'senco' ? pupils.isError : profiles.isError }
}

/** Names that begin with what was typed come first. */
const matching = (list: readonly Found[], typed: string): Found[] => {
  const words = searchWords(typed)
  if (words.length === 0) return []
  const starts = ({ name }: Found) =>
    folded(name)
      .split(' ')
      .some((part) => part.startsWith(words[0]!))
      ? 0
      : 1
  return list
    .filter(({ haystack }) => words.every((word) => haystack.includes(word)))
    .toSorted((a, b) => starts(a) - starts(b) || (a.name < b.name ? -1 : 1))
}

/** Goes to a pupil from anywhere: by name, UPN or class. What is typed stays in the box; `/` goes there. */
export const PupilSearch = ({
  from,
  whole = false,
  onLeave,
}: {
  from: 'senco' | 'staff'
  /** Takes the whole width and the focus: where it was opened by a button. */
  whole?: boolean
  onLeave?: () => void
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const { list, failed } = useFindable(from, wanted)
  const found = useMemo(() => (list ? matching(list, typed) : []), [list, typed])
  const searching = typed.trim() !== ''
  useKeys({ '/': () => input.current?.focus() })
  useEffect(() => {
    if (whole) input.current?.focus()
  }, [whole])
  const leave = () => {
    setTyped('')
    setOpen(false)
    onLeave?.()
  }
  const message = failed
    ? t`The pupils couldn’t be read. Try again in a moment.`
    : list
      ? t`No name, UPN or class has these letters`
      : t`Reading the pupils`
  return (
    <Combobox
      input={{ ref: input, autoComplete: 'off' }}
      aria-label={t`Find a pupil`}
      placeholder={t`Find a pupil ( / )`}
      appearance="filled-darker"
      size="small"
      freeform
      expandIcon={{ children: <SearchRegular />, 'aria-label': t`Open ${t`Find a pupil`}` }}
      className={whole ? styles.whole : styles.box}
      value={typed}
      selectedOptions={[]}
      open={open && searching}
      onFocus={() => setWanted(true)}
      onOpenChange={(_, data) => setOpen(data.open)}
      onChange={(event) => {
        setTyped(event.target.value)
        setOpen(true)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
      }}
      onOptionSelect={(_, { optionValue }) => {
        const chosen = found.find(({ key }) => key === optionValue)
        leave()
        if (chosen) go(chosen.route)
      }}
      onBlur={leave}
    >
      {found.slice(0, most).map(({ key, name, about }) => (
        <Option key={key} value={key} text={name}>
          <span className={styles.found}>
            <Personal>{name}</Personal>
            <Text size={200} className={styles.quiet}>
              {about}
            </Text>
          </span>
        </Option>
      ))}
      {found.length > most && (
        <Option disabled value="more" text="">{t`${found.length - most} more: type another letter`}</Option>
      )}
      {found.length === 0 && (
        <Option disabled value="none" text="">
          {message}
        </Option>
      )}
    </Combobox>
  )
}
