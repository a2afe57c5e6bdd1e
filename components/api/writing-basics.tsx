/** What holds for every route that changes the record. */
export function WritingBasics() {
  return (
    <dl className="kv">
      <dt id="rights">Rights</dt>
      <dd>
        Send the token of a user as <code>Authorization: Bearer</code>. Contributors propose; editors record,
        correct, check and decide about proposals, never about their own.
      </dd>
      <dt>Revision</dt>
      <dd>
        Send the <code>ETag</code> of the agreement that you looked at as <code>If-Match</code>. Without it:
        428. If somebody changed the same thing since: 409 with what you saw, what is there now, what you sent
        and where they collide. Changes of different things merge.
      </dd>
      <dt>Once</dt>
      <dd>
        Give a <code>POST</code> an <code>Idempotency-Key</code> of your own: however often it arrives, it is
        done once and answered alike.
      </dd>
      <dt>Preflight</dt>
      <dd>
        <code>?preflight=true</code> answers what would change, in pairs and in words, and changes nothing.
      </dd>
      <dt>Durable</dt>
      <dd>The answer is sent only after the change is stored for good.</dd>
    </dl>
  );
}
