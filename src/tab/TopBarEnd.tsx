import { t } from '../words/t.ts'
import { Button, Dropdown, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular, KeyboardRegular, SearchRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useHiddenDetails } from '../ui/hidden.tsx'
import { useServices } from '../ui/services.tsx'
import { useWide } from '../ui/useWide.ts'
import { JobMark } from './jobs/JobMark.tsx'
import { PupilSearch } from './PupilSearch.tsx'
import type { Route } from './routes.ts'
import { SessionsMark } from './sessions/SessionsMark.tsx'

const useStyles = makeStyles({
  who: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  school: { minWidth: '120px', maxWidth: '240px', flexShrink: 1 },
  schoolName: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** What stands at the end of the bar: a job that goes on, sessions begun and not stored, the search, the school and who is signed in. */
export const TopBarEnd = ({
  at,
  from,
  searching,
  onSearching,
  onSchool,
  onKeys,
}: {
  at: Route['at']
  /** Whose pupils may be looked for; null while that isn’t known, and for nobody’s. */
  from: 'senco' | 'staff' | null
  /** The search is open below the bar. */
  searching: boolean
  onSearching: (open: boolean) => void
  onSchool: (id: string) => void
  onKeys: () => void
}) => {
  const styles = useStyles()
  const wide = useWide(1080)
  const roomy = useWide(1240)
  // Beside all the words there is room for the search only on a wide page; elsewhere a button opens it below.
  const broad = useWide(1280)
  const { school, schools, me } = useServices()
  const { hidden, toggle } = useHiddenDetails()
  const who = useQuery({ queryKey: ['me'], queryFn: me, staleTime: Infinity })
  return (
    <>
      <JobMark />
      {at !== 'sessions' && <SessionsMark />}
      {from &&
        (broad ? (
          <PupilSearch from={from} />
        ) : (
          <Button
            appearance="subtle"
            icon={<SearchRegular />}
            aria-expanded={searching}
            aria-label={t`Find a pupil`}
            title={t`Find a pupil (/)`}
            // Else leaving the box would close it, and the press open it again.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onSearching(!searching)}
          />
        ))}
      {schools.length > 1 ? (
        <Dropdown
          aria-label={t`School`}
          appearance="filled-lighter"
          size="small"
          className={styles.school}
          value={school.name}
          button={{ children: <span className={styles.schoolName}>{school.name}</span> }}
          selectedOptions={[school.id]}
          onOptionSelect={(_, { optionValue }) => optionValue && onSchool(optionValue)}
        >
          {schools.map(({ id, name }) => (
            <Option key={id} value={id}>
              {name}
            </Option>
          ))}
        </Dropdown>
      ) : (
        wide && <Text className={styles.who}>{school.name}</Text>
      )}
      {roomy && who.data && <Text className={styles.who}>{who.data.displayName}</Text>}
      <Button
        appearance="subtle"
        icon={hidden ? <EyeRegular /> : <EyeOffRegular />}
        aria-pressed={hidden}
        aria-label={t`Hide details`}
        title={t`Hide details (h)`}
        onClick={toggle}
      />
      {roomy && (
        <Button
          appearance="subtle"
          icon={<KeyboardRegular />}
          aria-label={t`Keys`}
          title={t`Keys (?)`}
          onClick={onKeys}
        />
      )}
    </>
  )
}
