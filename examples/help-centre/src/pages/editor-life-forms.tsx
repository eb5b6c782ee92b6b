import { editorPaths } from "../editor/editor-paths.ts";
import { type LifeCommand, nextSteps } from "../editor/next-steps.ts";
import { newKey } from "../web/keys.ts";
import type { EditorEntryProps } from "./editor-entry.tsx";

/** For these, colleagues should know why. */
const WITH_REASON: readonly LifeCommand[] = ["reject", "unpublish", "archive", "unarchive"];

/** What can be done with an entry now, each a form of its own. */
export function EditorLifeForms(props: EditorEntryProps) {
  const { snapshot, now } = props;
  const steps = nextSteps(snapshot.state, now);
  return (
    <ul class="life-forms">
      {steps.map((command, place) => (
        <li>
          <LifeForm {...props} command={command} isFirst={place === 0} />
        </li>
      ))}
    </ul>
  );
}

interface LifeFormProps extends EditorEntryProps {
  readonly command: LifeCommand;
  /** The step that is most likely next. */
  readonly isFirst: boolean;
}

function LifeForm(props: LifeFormProps) {
  const { reader, command, isFirst } = props;
  const { entry } = reader.texts.editor;
  const isLikely = isFirst && command !== "archive" && command !== "unpublish";
  const button = (
    <button class={isLikely ? "button" : "button button-quiet"} type="submit">
      {entry.commands[command]}
    </button>
  );
  if (command !== "schedule" && !WITH_REASON.includes(command)) {
    return <Form {...props}>{button}</Form>;
  }
  return (
    <details class="decide">
      <summary>{entry.commands[command]} …</summary>
      <Form {...props}>
        {command === "schedule" ? (
          <div class="field">
            <label for="from">{entry.scheduleAt}</label>
            <input id="from" name="from" type="datetime-local" />
          </div>
        ) : (
          <div class="field">
            <label for={`why-${command}`}>
              {entry.why} <span class="optional">({reader.texts.form.optional})</span>
            </label>
            <input id={`why-${command}`} name="why" autocomplete="off" maxlength={500} />
          </div>
        )}
        {button}
      </Form>
    </details>
  );
}

/** Sent twice, it does what it says once; it refuses where someone else has changed the entry meanwhile. */
function Form(props: LifeFormProps & { readonly children: unknown }) {
  const { reader, entryId, snapshot, token, command } = props;
  return (
    <form method="post" action={editorPaths.life(reader.locale, entryId)} novalidate>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="formKey" value={newKey()} />
      <input type="hidden" name="version" value={String(snapshot.version)} />
      <input type="hidden" name="command" value={command} />
      {props.children as never}
    </form>
  );
}
