import { Button, Field, Input, makeStyles, Select, Switch, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Theme } from './context.ts'
import { brokerFaults, type BrokerFault } from './naaBroker.ts'
import type { PageState } from './pageState.ts'
import type { Person } from './useTeams.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    '@media (max-width: 600px)': { flexWrap: 'nowrap', overflowX: 'auto' },
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: { flexGrow: 1, minWidth: '300px', maxWidth: '480px' },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1, minWidth: 0 },
})

const themeWords: { [T in Theme]: string } = { default: 'Light', dark: 'Dark', contrast: 'High contrast' }
const faultWords: { [F in BrokerFault]: string } = {
  none: 'works',
  interaction: 'asks the person first',
  cancel: 'is cancelled',
  noNetwork: 'has no network',
  disabled: 'is switched off',
  silence: 'never answers',
}

/** What a person sets on the stand-in: who they are, how it looks, where the tab is opened. */
export const Controls = (props: {
  state: PageState
  people: readonly Person[]
  fault: BrokerFault
  change(changes: Partial<PageState>): void
  open(link: string): void
  copy(): void
  back(): void
  setFault(fault: BrokerFault): void
}) => {
  const styles = useStyles()
  const { state, change } = props
  const [link, setLink] = useState('')
  return (
    <div className={styles.bar} role="toolbar" aria-label="Stand-in controls">
      <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.back} aria-label="Back" />
      <Field label="Signed in as" size="small">
        <Select size="small" value={state.as} onChange={(_, { value }) => change({ as: value })}>
          {props.people.map(({ id, user, jobTitle }) => (
            <option key={id} value={id}>
              {user.displayName} ({jobTitle ?? id})
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Theme" size="small">
        <Select
          size="small"
          value={state.theme}
          onChange={(_, { value }) => change({ theme: value as Theme })}
        >
          {Object.entries(themeWords).map(([theme, words]) => (
            <option key={theme} value={theme}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Signing in" size="small">
        <Select
          size="small"
          value={props.fault}
          onChange={(_, { value }) => props.setFault(value as BrokerFault)}
        >
          {brokerFaults.map((fault) => (
            <option key={fault} value={fault}>
              {faultWords[fault]}
            </option>
          ))}
        </Select>
      </Field>
      <form
        className={styles.link}
        onSubmit={(event) => {
          event.preventDefault()
          props.open(link.trim())
        }}
      >
        <Field label="Link into the tab" size="small">
          <div className={styles.row}>
            <Input
              className={styles.grow}
              size="small"
              value={link}
              onChange={(_, { value }) => setLink(value)}
            />
            <Button size="small" type="submit">
              Open
            </Button>
            <Button size="small" icon={<CopyRegular />} onClick={props.copy}>
              Copy link
            </Button>
          </div>
        </Field>
      </form>
      <Switch
        label="Phone width"
        checked={state.phone}
        onChange={(_, { checked }) => change({ phone: checked })}
      />
    </div>
  )
}
