import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import { Notice } from './Loaded.tsx'

/** When a screen breaks, the rest of the page and everything typed stay; a person may try that screen again. */
export class KeepGoing extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div role="alert">
        <Notice
          title="This part of the page stopped working"
          todo="What you typed is kept while this page stays open. Show it again, or go to another part of the page."
          action={
            <Button appearance="primary" onClick={() => this.setState({ broken: false })}>
              Show it again
            </Button>
          }
        />
      </div>
    )
  }
}
