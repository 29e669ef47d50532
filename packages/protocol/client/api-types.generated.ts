// Made by `npm run docs` from the routes in packages/protocol/http.

export interface paths {
  '/api/v1/agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the agents, by id.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `agents:read`.
     */
    get: operations['listAgents'];
    put?: never;
    /**
     * Registers an agent, signed out.
     * @description For administrator; for keys with the scope `agents:write`.
     */
    post: operations['createAgent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One agent.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `agents:read`.
     */
    get: operations['getAgent'];
    /**
     * Replaces an agent's name, skills, team and whether he may be interrupted, and his capacity where it is given.
     * @description For administrator; for keys with the scope `agents:write`.
     */
    put: operations['changeAgent'];
    post?: never;
    /**
     * Takes an agent off the desk who is signed out. The bonds that he owns go to their first deputy who is still there, else to his successor, where one is named.
     * @description For administrator; for keys with the scope `agents:write`.
     */
    delete: operations['retireAgent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Signs the caller in or out as an agent, or pauses him.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['setMyState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Signs an agent in or out, or pauses him, on his behalf.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['setAgentState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/busy-intervals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Replaces the intervals in which an agent takes no new work although on duty.
     * @description For supervisor, planner, administrator; for keys with the scope `agents:write`.
     */
    put: operations['setBusyIntervals'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/roster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * An agent's days: what is planned, whether he winds down, and whether he is away.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `agents:read`.
     */
    get: operations['getRoster'];
    /**
     * Replaces what is planned of an agent: when he is on duty and when he has a break.
     * @description For supervisor, planner, administrator; for keys with the scope `agents:write`.
     */
    put: operations['setRoster'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/absence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says that an agent is away until a moment: what he has is released, and a deputy stands in.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    put: operations['declareAbsence'];
    post?: never;
    /**
     * Takes an absence back, with what nobody has touched since.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    delete: operations['cancelAbsence'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/absence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says that the caller is away until a moment, as an agent.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    put: operations['declareMyAbsence'];
    post?: never;
    /**
     * Takes the caller's own absence back.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    delete: operations['cancelMyAbsence'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists items, the latest arrival first.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `work:read`.
     */
    get: operations['listWork'];
    put?: never;
    /**
     * Takes a new item in; it is offered at once if somebody able is available.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `work:receive`.
     */
    post: operations['receiveWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One item, open or closed.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `work:read`.
     */
    get: operations['getWork'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why an item is where it is, or was at a moment: who has it, why not others, what next.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `work:read`.
     */
    get: operations['explainWork'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/alert/seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The caller has seen the alert that he was told; nobody else is told of it.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['seeAlert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the item that the caller is being offered.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['acceptOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Does not take the item that the caller is being offered; it is offered on.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['declineOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hands the caller's item on, to a person or to whoever the rule chooses.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['transferWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts the customer on hold.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['holdWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the customer back from hold, or takes up what was put off before its time.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['resumeWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/defer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts the caller’s item off until a moment. It weighs nothing meanwhile; then, or when the customer writes, it waits again, and the caller is asked first.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['deferWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/wrap-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the exchange; what is left to write down follows.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['wrapUpWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/wrap-up/extensions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives the caller's wrap-up its time once more: twice at most, for a reason.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['extendWrapUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finishes the caller's item.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['completeWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/abandon': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The customer gave up before anybody answered.
     * @description For attendant, supervisor, administrator; for keys with the scope `work:receive`.
     */
    post: operations['abandonWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/work/{workId}/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hands on an item that an agent carries, on his behalf: when he is ill, or has left.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['takeWorkOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/work/{workId}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finishes an item that an agent carries, on his behalf: when he forgot his wrap-up.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['completeForAgent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/work/{workId}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Names an item that nobody has answered for an agent: he is asked first, at once if he can take it.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['assignWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/promise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Promises something else for an open item; the answer names what was promised before, to undo it.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    put: operations['changeWorkPromise'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/alert/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Somebody who watches over an item has seen that it is late or going to be.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['acknowledgeAlert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lets an item that nobody has answered be for whoever the rule chooses.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['releaseWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells an agent something; it stands on his desk until he has read it.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['sendNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/notices/{noticeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Takes back what the caller told an agent, while he has not read it.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    delete: operations['takeNoticeBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What supervisors tell the caller as an agent, until he has read it.
     * @description For agent, attendant; for keys with the scope `work:read` that act as an agent.
     */
    get: operations['listMyNotices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/notices/{noticeId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The caller has read what he was told; its words are forgotten.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['readNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/bond': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who knows a customer; nobody yet, of one without a bond.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['getBond'];
    /**
     * Declares who owns the relationship with a customer, and who stands in: in general, or for a topic, a channel or a while. Declared with nobody, that one ends.
     * @description For supervisor, administrator; for keys with the scope `bonds:write`.
     */
    put: operations['changeBond'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/bonds/rehome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives every bond that an agent owns, retired or not, to its first deputy who is still there, else to the agent who is named. Refused where one would be nobody’s; can be taken back for a week.
     * @description For supervisor, administrator; for keys with the scope `bonds:write`.
     */
    post: operations['rehomeBonds'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/bonds/heirs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who would look after the customers and accounts of an agent, retired or not, were his bonds given on now, with `toAgentId` as the one who is named, and after how many.
     * @description For supervisor, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['listHeirs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bonds/leavers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Agents who have left, and how many customers and accounts are theirs still, as nobody could have them.
     * @description For supervisor, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['listLeavers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agents/{agentId}/bonds/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes back that an agent’s bonds were given to others, also as he was retired, as far as nobody has changed them since.
     * @description For supervisor, administrator; for keys with the scope `bonds:write`.
     */
    post: operations['restoreBonds'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/bond/wishes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says who is never asked for a customer, and whether he wants somebody new.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `bonds:write`.
     */
    put: operations['setBondWishes'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/bond/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who said what of a bond, and when; the latest first, at most the last 100.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['listBondChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Two customers are one person: this one counts, with the bonds, identities and interactions of both. It can be undone.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `customers:write`.
     */
    post: operations['mergeCustomers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Undoes a merge: each has his own bonds again, as they were, and what was earned since.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `customers:write`.
     */
    post: operations['splitCustomers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{accountId}/bond': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is declared of the bond with an account.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['getAccountBond'];
    /**
     * Declares who owns the relationship with an account, and who stands in; it counts for its people after their own. Declared with nobody, it ends.
     * @description For supervisor, administrator; for keys with the scope `bonds:write`.
     */
    put: operations['changeAccountBond'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bonds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the bonds that an agent owns, by customer.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['listBonds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises/{promiseId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One promise.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `promises:read`.
     */
    get: operations['getPromise'];
    /**
     * Defines a promise, or replaces its terms.
     * @description For planner, administrator; for keys with the scope `promises:write`.
     */
    put: operations['definePromise'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/promises': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the promises, by id.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `promises:read`.
     */
    get: operations['listPromises'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendars/{calendarId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One calendar with its hours.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `promises:read`.
     */
    get: operations['getCalendar'];
    /**
     * Defines the hours in which promises count, or replaces them.
     * @description For planner, administrator; for keys with the scope `promises:write`.
     */
    put: operations['defineCalendar'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendars': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the calendars, by id, without their hours.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `promises:read`.
     */
    get: operations['listCalendars'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/credit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Lets a customer go before others until a moment: what he comes in with has at least this priority. The caller answers for it.
     * @description For supervisor, care-owner, administrator; for keys with the scope `bonds:write`.
     */
    put: operations['grantCredit'];
    post?: never;
    /**
     * Ends the credit of a customer before its time; what has come in keeps it.
     * @description For supervisor, care-owner, administrator; for keys with the scope `bonds:write`.
     */
    delete: operations['endCredit'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/credits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the customers who go before others just now, who answers for each, and how many may.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['listCredits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/emergencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * When everybody is needed at once, so that nobody is kept for anybody; and whether an outage is suspected, because many missed live offers at once. Always sent whole, as a snapshot, at most once a second.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `floor:read`.
     */
    get: operations['listEmergencies'];
    put?: never;
    /**
     * Declares an emergency, of all work or of what asks for a skill: nobody is kept for anybody until then, but whom a customer has chosen himself. The one of the same scope that stands is replaced. The caller answers for it.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['declareEmergency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/emergencies/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the emergency of this scope before its time.
     * @description For supervisor, administrator; for keys with the scope `agents:write`.
     */
    post: operations['endEmergency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements/{agreementId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One agreement, with all of its versions.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `promises:read`.
     */
    get: operations['getAgreement'];
    /**
     * Agrees on the next version of an agreement; what came in before keeps what it was promised.
     * @description For planner, administrator; for keys with the scope `promises:write`.
     */
    put: operations['defineAgreement'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the agreements, by id.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `promises:read`.
     */
    get: operations['listAgreements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists who changed what, the latest first.
     * @description For care-owner, administrator; for keys with the scope `audit:read`.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit/{ordinal}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts a setting back as it was before a change, unless it was changed since.
     * @description For administrator.
     */
    post: operations['undoChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists interactions, the latest first; agents name a customer or an item.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `interactions:read`.
     */
    get: operations['listInteractions'];
    put?: never;
    /**
     * Takes an interaction in with its first words, and offers its item if somebody can.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `interactions:write`.
     */
    post: operations['receiveInteraction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One interaction, open or over.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `interactions:read`.
     */
    get: operations['getInteraction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists what was said, in order.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `interactions:read`.
     */
    get: operations['listMessages'];
    put?: never;
    /**
     * Says something: as the agent who carries the item, or with a key that acts as no agent what the customer said.
     * @description For attendant, agent; for keys with the scope `interactions:write`.
     */
    post: operations['addMessage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The exchange is over: wrap-up begins, or nobody had answered and the item is abandoned. One that is over stays so.
     * @description For attendant, agent; for keys with the scope `interactions:write`.
     */
    post: operations['endInteraction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * For whom the customer of a waiting item may wait, and how long that takes.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `work:read`.
     */
    get: operations['getChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/choice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The customer of a waiting item chose for whom he waits; the last choice counts.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `work:receive`.
     */
    post: operations['chooseWait'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * For whom the visitor may wait, of those who know him, and how long that takes.
     * @description For visitors of an entry point.
     */
    get: operations['getVisitorChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/choice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The visitor says for whom he waits; the last choice counts.
     * @description For visitors of an entry point.
     */
    post: operations['chooseAsVisitor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Promises the customer of a waiting item a call by one who knows him; of one that is promised already, another.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `work:receive`.
     */
    post: operations['promiseCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/callback/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The customer wants no call any more: his item waits again.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `work:receive`.
     */
    post: operations['cancelCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/no-answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The caller called as promised and nobody answered: he tries again later; the last time, it is done.
     * @description For attendant, agent; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['noteNoAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The visitor has one who knows him call at a moment; chosen again, another.
     * @description For visitors of an entry point.
     */
    post: operations['promiseVisitorCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/callback/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The visitor wants no call any more, and waits again.
     * @description For visitors of an entry point.
     */
    post: operations['cancelVisitorCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What was said has been read up to there, by whoever carries the item or the customer.
     * @description For attendant, agent; for keys with the scope `interactions:write`.
     */
    post: operations['markRead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/typing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Somebody is writing at this moment. It is shown for six seconds, and kept nowhere.
     * @description For attendant, agent; for keys with the scope `interactions:write`.
     */
    post: operations['tellTyping'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/help': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks a colleague to read along and to leave notes; the item stays with whoever carries it.
     * @description For attendant, agent; for keys with the scope `interactions:write`.
     */
    post: operations['askForHelp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/help/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A colleague helps no longer: the caller himself, or whom the carrier names.
     * @description For attendant, agent; for keys with the scope `interactions:write`.
     */
    post: operations['endHelp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a file in, for the message that names it next. Only its own author sees it before.
     * @description For attendant, agent; for keys with the scope `interactions:write`.
     */
    post: operations['addAttachment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/interactions/{interactionId}/attachments/{attachmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A file of a conversation, to be kept and not shown: it comes as a download.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `interactions:read`.
     */
    get: operations['getAttachment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dispositions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What may have come of an interaction, in the order in which agents are offered it.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['listDispositions'];
    /**
     * Replaces the dispositions, one of which is offered at least; where a version is given, only if it is still that. What was closed before keeps its code.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['changeDispositions'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/skill-names': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What skills are called, and what they stand for.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['listSkillNames'];
    /**
     * Replaces the names and kinds of skills; where a version is given, only if it is still that. Who has a skill and what asks for it stays as it was.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['changeSkillNames'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists customers, by id: all, those of an account, or up to 100 by their ids.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `customers:read`.
     */
    get: operations['listCustomers'];
    put?: never;
    /**
     * Makes a customer, who is recognised by his identities from now on.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `customers:write`.
     */
    post: operations['createCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/lookup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finds a customer by an identity or by what another system calls him.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `customers:read`.
     */
    post: operations['lookUpCustomer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One customer.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `customers:read`.
     */
    get: operations['getCustomer'];
    /**
     * Replaces what is known of a customer, but not his identities; where a version is given, only if it is still that.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `customers:write`.
     */
    put: operations['changeCustomer'];
    post?: never;
    /**
     * Erases his name, identities, needs and preferences, and the words of his interactions. His id stays in history. Erased again, he loses what has come in since.
     * @description For care-owner, administrator; for keys with the scope `customers:erase`.
     */
    delete: operations['eraseCustomer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/identities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A customer is recognised by one more identity.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `customers:write`.
     */
    post: operations['addIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/customers/{customerId}/identities/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A customer is not recognised by this identity any more.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `customers:write`.
     */
    post: operations['removeIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists accounts, by id: all, or those whose names begin so.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `customers:read`.
     */
    get: operations['listAccounts'];
    put?: never;
    /**
     * Makes an account, to which customers may belong.
     * @description For supervisor, care-owner, administrator; for keys with the scope `customers:write`.
     */
    post: operations['createAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/accounts/{accountId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One account; its customers are listed with `accountId` at `/customers`.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `customers:read`.
     */
    get: operations['getAccount'];
    /**
     * Replaces what is known of an account; where a version is given, only if it is that.
     * @description For supervisor, care-owner, administrator; for keys with the scope `customers:write`.
     */
    put: operations['changeAccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes CloudEvents of other systems in, each as an interaction with its work.
     * @description For keys with the scope `events:write`.
     */
    post: operations['receiveEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the caller has in his hands as an agent: offered, active, on hold, in wrap-up.
     * @description For agent, attendant; for keys with the scope `work:read` that act as an agent.
     */
    get: operations['getMyQueue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/queues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The agents' personal queues, the fullest first, and the pool of everything else.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `floor:read`.
     */
    get: operations['listQueues'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/wallboard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The centre's figures now.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `floor:read`.
     */
    get: operations['getWallboard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An open item is about the same as another of its customer: whoever answers one has the other put aside for him.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `work:receive`.
     */
    post: operations['linkWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/work/{workId}/unlink': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An open item is about something else than what it was linked with.
     * @description For attendant, agent, supervisor, administrator; for keys with the scope `work:receive`.
     */
    post: operations['unlinkWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/measures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How well the centre did with the items that came in from a moment to another, from its history alone.
     * @description For supervisor, planner, care-owner, administrator; for keys with the scope `floor:read`.
     */
    get: operations['getMeasures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Signs a person in; the answer sets a cookie.
     * @description For anybody.
     */
    post: operations['signIn'];
    /**
     * Ends the caller's session.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Completes signing in, with a code from the authenticator or one of the backup codes.
     * @description For anybody.
     */
    post: operations['proveSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is signed in.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes the caller's password, and ends his other sessions.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    put: operations['changeMyPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's sessions, the latest first.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    get: operations['listMySessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends one of the caller's sessions.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    delete: operations['endMySession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prepares a second factor; it is asked for once it has been confirmed.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    post: operations['beginSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-factor/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts the second factor in force, with a code from the authenticator.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    post: operations['confirmSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-factor/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Signs the caller in without a second factor from now on.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator.
     */
    post: operations['endSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists webhooks, the oldest first.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Tells an address what happens from now on; answers with the secret that signs it.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    post: operations['createWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One webhook.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    get: operations['getWebhook'];
    /**
     * Replaces the terms of a webhook; its secret stays.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    put: operations['changeWebhook'];
    post?: never;
    /**
     * Removes a webhook with all that is on its way to it.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a new secret; the one before signs too for 24 hours.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    post: operations['rotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a test event at once, and answers with what came of it.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists what a webhook was told or is to be told, the latest event first.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/deliveries/{eventId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells a webhook an event again.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    post: operations['replayWebhookDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhooks/{webhookId}/replay-dead': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells a webhook again all that it could not be told.
     * @description For administrator; for keys with the scope `webhooks:write`.
     */
    post: operations['replayDeadWebhookDeliveries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the people who sign in, by id.
     * @description For supervisor, administrator; for keys with the scope `people:read`.
     */
    get: operations['listPeople'];
    put?: never;
    /**
     * Invites a person. The answer holds the link, which is shown nowhere else.
     * @description For administrator; for keys with the scope `people:write`.
     */
    post: operations['invitePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One person.
     * @description For supervisor, administrator; for keys with the scope `people:read`.
     */
    get: operations['getPerson'];
    /**
     * Replaces what a person is called and may do.
     * @description For administrator; for keys with the scope `people:write`.
     */
    put: operations['changePerson'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a new link for somebody who has not accepted yet; the one before is void.
     * @description For administrator; for keys with the scope `people:write`.
     */
    post: operations['renewInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends all sessions of a person, and lets him in no more.
     * @description For administrator; for keys with the scope `people:write`.
     */
    post: operations['disablePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lets a person in again.
     * @description For administrator; for keys with the scope `people:write`.
     */
    post: operations['enablePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/second-factor/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the second factor that a person has lost, and all his sessions.
     * @description For administrator; for keys with the scope `people:write`.
     */
    post: operations['endPersonsSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{personId}/password-reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a link with which somebody who has forgotten his password chooses another one; any link before is void.
     * @description For administrator.
     */
    post: operations['startPasswordReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/password-resets/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Chooses another password with such a link, and ends all sessions.
     * @description For anybody.
     */
    post: operations['resetPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accepts an invitation, by choosing a password.
     * @description For anybody.
     */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/set-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes the first administrator, with the token of the link that the start has printed.
     * @description For anybody.
     */
    post: operations['setUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/divisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the divisions, by id.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['listDivisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/divisions/{divisionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Defines a division, or replaces it.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['defineDivision'];
    post?: never;
    /**
     * Deletes a division that no team is part of.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    delete: operations['deleteDivision'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the sites, by id.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['listSites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sites/{siteId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Defines a site, or replaces it.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['defineSite'];
    post?: never;
    /**
     * Deletes a site at which no team is.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    delete: operations['deleteSite'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the teams, by id.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['listTeams'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/teams/{teamId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Defines a team, or replaces it.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['defineTeam'];
    post?: never;
    /**
     * Deletes a team that has no agents and that nobody leads.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    delete: operations['deleteTeam'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/calendars/{calendarId}/week': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The week that a calendar is made from.
     * @description For attendant, agent, supervisor, planner, care-owner, administrator; for keys with the scope `promises:read`.
     */
    get: operations['getWeek'];
    /**
     * Makes a calendar from the hours of a week, and keeps it going from then on.
     * @description For planner, administrator; for keys with the scope `promises:write`.
     */
    put: operations['defineWeek'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was set for the whole centre, and what holds where nothing was.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['getSettings'];
    /**
     * Replaces what was set; where a version is given, only if it is still that.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['changeSettings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begins to play a day of the centre under other numbers: what would have happened. There is one preview at a time; a new one takes its place.
     * @description For planner, administrator.
     */
    post: operations['startPolicyPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy/preview/{previewId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far a preview is, and what came of it.
     * @description For planner, administrator.
     */
    get: operations['getPolicyPreview'];
    put?: never;
    post?: never;
    /**
     * Ends a preview before it is done, or forgets it.
     * @description For planner, administrator.
     */
    delete: operations['endPolicyPreview'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The numbers in the rule by which the desk decides, with their bounds and defaults.
     * @description For planner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['getPolicy'];
    /**
     * Sets all the numbers in the rule; they count for what is decided from then on.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['setPolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the keys in force, by id, without their secrets.
     * @description For administrator; for keys with the scope `keys:write`.
     */
    get: operations['listKeys'];
    put?: never;
    /**
     * Makes a key. The answer holds its secret, this once.
     * @description For administrator; for keys with the scope `keys:write`.
     */
    post: operations['createKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/keys/{keyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends a key.
     * @description For administrator; for keys with the scope `keys:write`.
     */
    delete: operations['revokeKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists imports, the latest first.
     * @description For administrator; for keys with the scope `imports:write`.
     */
    get: operations['listImports'];
    put?: never;
    /**
     * Takes a file in, in CSV or of rosters a calendar too, in the background; nothing is begun when it does not fit.
     * @description For administrator; for keys with the scope `imports:write`.
     */
    post: operations['startImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One import: how far it is, and what its rows came to.
     * @description For administrator; for keys with the scope `imports:write`.
     */
    get: operations['getImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{importId}/faults': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why rows of an import were refused, by line; the first thousand are kept.
     * @description For administrator; for keys with the scope `imports:write`.
     */
    get: operations['listImportFaults'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{importId}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What rows of an import came to, by line; of a dry run the first hundred changes.
     * @description For administrator; for keys with the scope `imports:write`.
     */
    get: operations['listImportRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{importId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes an import back in the background; what has changed since is kept, and said.
     * @description For administrator; for keys with the scope `imports:write`.
     */
    post: operations['undoImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/entry-points': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the entry points for chats and web forms, by id.
     * @description For attendant, agent, staff, supervisor, planner, care-owner, administrator; for keys with the scope `organisation:read`.
     */
    get: operations['listEntryPoints'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/entry-points/{entryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Defines an entry point, or replaces it; its channel stays what it was.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    put: operations['defineEntryPoint'];
    post?: never;
    /**
     * Deletes an entry point through which nobody has come; one that was used is closed.
     * @description For administrator; for keys with the scope `organisation:write`.
     */
    delete: operations['deleteEntryPoint'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a visitor of an entry point sees before he says anything.
     * @description For visitors of an entry point.
     */
    get: operations['getVisitorEntry'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/thread': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The thread of this token: an empty one before anything was said. With the version that is known, the answer waits until there is another one, or the time is over.
     * @description For visitors of an entry point.
     */
    get: operations['getVisitorThread'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says something in the thread of this token, which begins with it. Where the last exchange is over, new work of the same customer begins. With the same Idempotency-Key it is said once.
     * @description For visitors of an entry point.
     */
    post: operations['sayAsVisitor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/typing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The visitor is writing at this moment. It is shown for six seconds, and kept nowhere.
     * @description For visitors of an entry point.
     */
    post: operations['typeAsVisitor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The visitor has seen what was said to him, up to this number.
     * @description For visitors of an entry point.
     */
    post: operations['readAsVisitor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a file in, for what the visitor says next. What nobody has named after a day is gone.
     * @description For visitors of an entry point.
     */
    post: operations['attachAsVisitor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/files/{attachmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A file of this thread, to be kept and not shown: it comes as a download.
     * @description For visitors of an entry point.
     */
    get: operations['getVisitorFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/visitor/{entryId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The visitor ends the exchange; one that is over stays so.
     * @description For visitors of an entry point.
     */
    post: operations['endAsVisitor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      /** @description A stable code, such as `work-unknown`. */
      type: string;
      title: string;
      status: number;
      detail?: string;
      /** @description Which part of the request it is about. */
      field?: string;
      /** @description What was expected there. */
      expected?: string;
    };
  };
  responses: {
    /** @description What went wrong, in the form of RFC 9457. */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAgents: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        state?: 'signed-out' | 'ready' | 'not-ready';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              piiName?: string;
              /** @description Text without control characters and invisible ones. */
              teamId?: string;
              /** @enum {unknown} */
              state: 'signed-out' | 'ready' | 'not-ready';
              /** @description Text without control characters and invisible ones. */
              reason?: string;
              returnAt?: number;
              stateSince: number;
              isBusy: boolean;
              skills: {
                /** @description Text without control characters and invisible ones. */
                skill: string;
                level: number;
                /**
                 * @description The day on which that was assessed, as 2026-05-01. Who is asked does not go by it.
                 * @example 2026-05-01
                 */
                assessedOn?: string;
              }[];
              capacity: {
                units: number;
                weights: {
                  phone?: number;
                  video?: number;
                  chat?: number;
                  'walk-up'?: number;
                  email?: number;
                  sms?: number;
                  web?: number;
                  messaging?: number;
                  fax?: number;
                  mobile?: number;
                  autolog?: number;
                  deskside?: number;
                };
              };
              /** @description Whether live work that is near its promise may be offered to him while he is at something that can wait; not where it is left out. */
              isInterruptible?: boolean;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createAgent: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName: string;
          skills: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            level: number;
            /**
             * @description The day on which that was assessed, as 2026-05-01. Who is asked does not go by it.
             * @example 2026-05-01
             */
            assessedOn?: string;
          }[];
          capacity?: {
            units: number;
            weights: {
              phone?: number;
              video?: number;
              chat?: number;
              'walk-up'?: number;
              email?: number;
              sms?: number;
              web?: number;
              messaging?: number;
              fax?: number;
              mobile?: number;
              autolog?: number;
              deskside?: number;
            };
          };
          /** @description Whether live work that is near its promise may be offered to him while he is at something that can wait; not where it is left out. */
          isInterruptible?: boolean;
          /**
           * @description Text without control characters and invisible ones.
           * @example billing
           */
          teamId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            agentId: string;
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getAgent: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            agentId: string;
            piiName?: string;
            /** @description Text without control characters and invisible ones. */
            teamId?: string;
            /** @enum {unknown} */
            state: 'signed-out' | 'ready' | 'not-ready';
            /** @description Text without control characters and invisible ones. */
            reason?: string;
            returnAt?: number;
            stateSince: number;
            isBusy: boolean;
            skills: {
              /** @description Text without control characters and invisible ones. */
              skill: string;
              level: number;
              /**
               * @description The day on which that was assessed, as 2026-05-01. Who is asked does not go by it.
               * @example 2026-05-01
               */
              assessedOn?: string;
            }[];
            capacity: {
              units: number;
              weights: {
                phone?: number;
                video?: number;
                chat?: number;
                'walk-up'?: number;
                email?: number;
                sms?: number;
                web?: number;
                messaging?: number;
                fax?: number;
                mobile?: number;
                autolog?: number;
                deskside?: number;
              };
            };
            /** @description Whether live work that is near its promise may be offered to him while he is at something that can wait; not where it is left out. */
            isInterruptible?: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeAgent: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName: string;
          skills: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            level: number;
            /**
             * @description The day on which that was assessed, as 2026-05-01. Who is asked does not go by it.
             * @example 2026-05-01
             */
            assessedOn?: string;
          }[];
          capacity?: {
            units: number;
            weights: {
              phone?: number;
              video?: number;
              chat?: number;
              'walk-up'?: number;
              email?: number;
              sms?: number;
              web?: number;
              messaging?: number;
              fax?: number;
              mobile?: number;
              autolog?: number;
              deskside?: number;
            };
          };
          /** @description Whether live work that is near its promise may be offered to him while he is at something that can wait; not where it is left out. */
          isInterruptible?: boolean;
          /**
           * @description Text without control characters and invisible ones.
           * @example billing
           */
          teamId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  retireAgent: {
    parameters: {
      query?: {
        successorId?: string;
      };
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setMyState: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {unknown} */
          state: 'signed-out' | 'ready' | 'not-ready';
          /**
           * @description Text without control characters and invisible ones.
           * @example break
           */
          reason?: string;
          /** @description When he means to be back; only of who is not ready. For people to see. */
          returnAt?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setAgentState: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {unknown} */
          state: 'signed-out' | 'ready' | 'not-ready';
          /**
           * @description Text without control characters and invisible ones.
           * @example break
           */
          reason?: string;
          /** @description When he means to be back; only of who is not ready. For people to see. */
          returnAt?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setBusyIntervals: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          intervals: {
            fromAt: number;
            untilAt: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getRoster: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Sorted, not overlapping. Leave and part-time are gaps between them. */
            dutyIntervals: {
              fromAt: number;
              untilAt: number;
            }[];
            /** @description Sorted, not overlapping. */
            breakIntervals: {
              fromAt: number;
              untilAt: number;
            }[];
            windDown?: {
              /** @enum {unknown} */
              reason: 'break' | 'end-of-shift' | 'callback';
              /** @description When the break begins, the shift ends, or he is to call. */
              startsAt: number;
              /** @description Until then he is offered no live work. */
              untilAt: number;
            };
            absence?: {
              untilAt: number;
              /** @description Text without control characters and invisible ones. */
              deputyId?: string;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setRoster: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Sorted, not overlapping. Leave and part-time are gaps between them. */
          dutyIntervals: {
            fromAt: number;
            untilAt: number;
          }[];
          /** @description Sorted, not overlapping. */
          breakIntervals: {
            fromAt: number;
            untilAt: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  declareAbsence: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description When he is expected back. */
          untilAt: number;
          /**
           * @description Who is asked in his place, and gets what comes back meanwhile.
           * @example agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b
           */
          deputyId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  cancelAbsence: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  declareMyAbsence: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description When he is expected back. */
          untilAt: number;
          /**
           * @description Who is asked in his place, and gets what comes back meanwhile.
           * @example agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b
           */
          deputyId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  cancelMyAbsence: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listWork: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        status?:
          | 'waiting'
          | 'offered'
          | 'active'
          | 'on-hold'
          | 'deferred'
          | 'wrap-up'
          | 'done'
          | 'abandoned';
        agentId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              workId: string;
              /** @description Text without control characters and invisible ones. */
              customerId?: string;
              /** @enum {unknown} */
              channel:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              /** @description Text without control characters and invisible ones. */
              promiseId: string;
              priority: number;
              /** @description What it belongs together with. */
              matterId?: string;
              /** @description While it is put aside: for which other item of its matter. */
              pausedById?: string;
              /** @enum {unknown} */
              status:
                | 'waiting'
                | 'offered'
                | 'active'
                | 'on-hold'
                | 'deferred'
                | 'wrap-up'
                | 'done'
                | 'abandoned';
              /** @description Text without control characters and invisible ones. */
              agentId?: string;
              receivedAt: number;
              offerCount: number;
              answeredAt?: number;
              /** @description Text without control characters and invisible ones. */
              answeredBy?: string;
              transferCount: number;
              closedAt?: number;
              /** @description Text without control characters and invisible ones. */
              disposition?: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {unknown} */
          channel:
            | 'phone'
            | 'video'
            | 'chat'
            | 'walk-up'
            | 'email'
            | 'sms'
            | 'web'
            | 'messaging'
            | 'fax'
            | 'mobile'
            | 'autolog'
            | 'deskside';
          /**
           * @description Text without control characters and invisible ones.
           * @example customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a
           */
          customerId?: string;
          requirements: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            minLevel: number;
          }[];
          isProficiencyFirst?: boolean;
          /**
           * @description What is promised where no agreement makes a promise; needed then.
           * @example chats
           */
          promiseId?: string;
          /**
           * @description Whose agreement counts, after the account’s.
           * @example retail
           */
          divisionId?: string;
          /**
           * @description What it is about, as agreements name it.
           * @example outage
           */
          caseType?: string;
          priority?: number;
          /**
           * @description What it is about, as a code: bonds for this topic come first.
           * @example invoice
           */
          topic?: string;
          /**
           * @description What is about the same as what is open under this name belongs together.
           * @example storm-damage-2214
           */
          matterId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            workId: string;
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getWork: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            workId: string;
            /** @description Text without control characters and invisible ones. */
            customerId?: string;
            /** @enum {unknown} */
            channel:
              | 'phone'
              | 'video'
              | 'chat'
              | 'walk-up'
              | 'email'
              | 'sms'
              | 'web'
              | 'messaging'
              | 'fax'
              | 'mobile'
              | 'autolog'
              | 'deskside';
            /** @description Text without control characters and invisible ones. */
            promiseId: string;
            priority: number;
            /** @description What it belongs together with. */
            matterId?: string;
            /** @description While it is put aside: for which other item of its matter. */
            pausedById?: string;
            /** @enum {unknown} */
            status:
              | 'waiting'
              | 'offered'
              | 'active'
              | 'on-hold'
              | 'deferred'
              | 'wrap-up'
              | 'done'
              | 'abandoned';
            /** @description Text without control characters and invisible ones. */
            agentId?: string;
            receivedAt: number;
            offerCount: number;
            answeredAt?: number;
            /** @description Text without control characters and invisible ones. */
            answeredBy?: string;
            transferCount: number;
            closedAt?: number;
            /** @description Text without control characters and invisible ones. */
            disposition?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  explainWork: {
    parameters: {
      query?: {
        at?: number;
        audience?: 'agent' | 'customer';
        language?: 'en' | 'de';
        after?: number;
      };
      header?: never;
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            workId: string;
            at: number;
            /** @enum {unknown} */
            status:
              | 'waiting'
              | 'offered'
              | 'active'
              | 'on-hold'
              | 'deferred'
              | 'wrap-up'
              | 'done'
              | 'abandoned';
            since: number;
            /** @description Text without control characters and invisible ones. */
            agentId?: string;
            reason?: {
              /** @enum {unknown} */
              code:
                | 'known-agent'
                | 'best-suited'
                | 'most-urgent'
                | 'interrupting'
                | 'nobody-free'
                | 'nobody-able'
                | 'reserved'
                | 'chosen'
                | 'paused';
              /** @description Of what was put aside: for which item of its matter. */
              byWorkId?: string;
              /** @enum {unknown} */
              standing?:
                | 'preferred'
                | 'handler'
                | 'topic-owner'
                | 'topic-deputy'
                | 'owner'
                | 'deputy'
                | 'earned'
                | 'account-owner'
                | 'account-deputy';
              /** @description Waited over promised time when it was chosen. */
              urgencyRatio?: number;
              /** @description Of what is reserved: for whom. */
              agentIds?: string[];
              /** @description How likely one of them was to be free in time. */
              chanceRatio?: number;
              /** @description Who could have taken it. */
              insteadOfId?: string;
            };
            /** @description Who is known to the customer, came first, and was not asked. */
            passedOver: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @enum {unknown} */
              standing:
                | 'preferred'
                | 'handler'
                | 'topic-owner'
                | 'topic-deputy'
                | 'owner'
                | 'deputy'
                | 'earned'
                | 'account-owner'
                | 'account-deputy';
              /** @enum {unknown} */
              obstacle:
                | 'lacks-skill'
                | 'refused'
                | 'asked-enough'
                | 'excluded'
                | 'absent'
                | 'signed-out'
                | 'not-ready'
                | 'unreachable'
                | 'busy'
                | 'full'
                | 'being-offered'
                | 'break-near'
                | 'shift-ends'
                | 'callback-near';
              untilAt?: number;
              /**
               * @description How it left his hands; of who may not be asked again yet.
               * @enum {unknown}
               */
              ended?:
                | 'declined'
                | 'missed'
                | 'handed-on'
                | 'agent-not-ready'
                | 'agent-changed'
                | 'agent-absent'
                | 'agent-unreachable'
                | 'agent-full'
                | 'work-assigned'
                | 'matter-answered'
                | 'desk-resumed';
            }[];
            /** @description Whose hands it left last, and how. */
            declined?: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @enum {unknown} */
              code:
                | 'declined'
                | 'missed'
                | 'handed-on'
                | 'agent-not-ready'
                | 'agent-changed'
                | 'agent-absent'
                | 'agent-unreachable'
                | 'agent-full'
                | 'work-assigned'
                | 'matter-answered'
                | 'desk-resumed';
              /** @description Text without control characters and invisible ones. */
              reason?: string;
            };
            /** @description The version of an agreement that made its promise. */
            agreed?: {
              /** @description Text without control characters and invisible ones. */
              agreementId: string;
              version: number;
            };
            /** @description When something else was last promised for it than it had come in with. */
            promisedAt?: number;
            /** @description That its customer went before others as it came in. */
            credit?: {
              /** @description Text without control characters and invisible ones. */
              ownerId: string;
              untilAt: number;
              namedPriority?: number;
            };
            /** @description When it was last handed on; what is promised for it counts from then. */
            handedOn?: {
              at: number;
              /** @description Until then, in all its waits. */
              waitedMs: number;
            };
            /** @description What it has let go of last because it waited for long. */
            relaxed?: {
              /** @enum {unknown} */
              step: 'site' | 'level' | 'skill';
              at: number;
            };
            /** @description That it is late or going to be, while nobody has answered it. */
            alert?: {
              /** @enum {unknown} */
              rung: 'predicted' | 'approaching' | 'exceeded' | 'handed-on';
              since: number;
              /** @description Who was told first. */
              agentId?: string;
              /** @description Whether those who watch over it were told. */
              isEscalated: boolean;
              seenAt?: number;
            };
            /** @description By when it is promised; of what nobody has answered. */
            dueAt?: number;
            next: {
              /** @enum {unknown} */
              code:
                | 'release'
                | 'somebody-free'
                | 'somebody-able'
                | 'answer'
                | 'serve'
                | 'complete'
                | 'return'
                | 'call-back'
                | 'return-after'
                | 'none';
              /** @description Text without control characters and invisible ones. */
              agentId?: string;
              /** @description Of what is reserved: who gets it when free. */
              agentIds?: string[];
              at?: number;
            };
            /** @description The same in a few plain sentences. */
            piiText: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  seeAlert: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  acceptOffer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  declineOffer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example break
           */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  transferWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b
           */
          toAgentId?: string;
          requirements?: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            minLevel: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  holdWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  resumeWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deferWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          untilAt: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  wrapUpWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  extendWrapUp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example break
           */
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  completeWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example solved
           */
          disposition?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  abandonWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  takeWorkOver: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b
           */
          toAgentId?: string;
          requirements?: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            minLevel: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  completeForAgent: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example solved
           */
          disposition?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  assignWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeWorkPromise: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example chats
           */
          promiseId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
            /** @description Text without control characters and invisible ones. */
            beforeId: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  acknowledgeAlert: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  releaseWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  sendNotice: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Some words, without zero bytes and halves of characters.
           * @example Hello, my bill is wrong.
           */
          piiText: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            noticeId: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  takeNoticeBack: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
        noticeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listMyNotices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            notices: {
              /** @description Text without control characters and invisible ones. */
              noticeId: string;
              piiFromName: string;
              piiText: string;
              at: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readNotice: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        noticeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getBond: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Text without control characters and invisible ones. */
            ownerId?: string;
            deputyIds: string[];
            /**
             * @description Whether the centre declared it, or the customer asked for it.
             * @enum {unknown}
             */
            origin?: 'declared' | 'customer-asked';
            /** @description Who has served him, the strongest first; of whom too little is left, left out. */
            earned: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @description What is left of it now, from 0 to 1. */
              strength: number;
              lastAt: number;
            }[];
            /** @description Bonds for a topic, a channel or a while: they come before the general one. */
            declarations: {
              /** @description Only for items about this. */
              topic?: string;
              /** @enum {unknown} */
              channel?:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              /** @description Only for items that come in before then. */
              untilAt?: number;
              /** @description Text without control characters and invisible ones. */
              ownerId?: string;
              deputyIds: string[];
              /**
               * @description Whether the centre declared it, or the customer asked for it.
               * @enum {unknown}
               */
              origin?: 'declared' | 'customer-asked';
            }[];
            /** @description He wants somebody new: nobody who knows him is asked before others. */
            isNewPreferred: boolean;
            /** @description Who is never asked for this customer, and which of the two wants it so. */
            refusals: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @enum {unknown} */
              by: 'customer' | 'agent';
            }[];
            /** @description Whose bond counts for him too, after his own. */
            accountId?: string;
            /** @description The customer who is the same person and counts in his place. */
            mergedInto?: string;
            /** @description Who is the same person, and counts as he. */
            mergedIds: string[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeBond: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Only for items about this.
           * @example invoice
           */
          topic?: string;
          /** @enum {unknown} */
          channel?:
            | 'phone'
            | 'video'
            | 'chat'
            | 'walk-up'
            | 'email'
            | 'sms'
            | 'web'
            | 'messaging'
            | 'fax'
            | 'mobile'
            | 'autolog'
            | 'deskside';
          /** @description Only for items that come in before then. */
          untilAt?: number;
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          ownerId?: string;
          deputyIds: string[];
          /**
           * @description Whether the centre declared it, or the customer asked for it.
           * @enum {unknown}
           */
          origin?: 'declared' | 'customer-asked';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  rehomeBonds: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_8f6d2e1a0b9c8d7e5f0c2b7d9e1a4c3b
           */
          toAgentId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listHeirs: {
    parameters: {
      query?: {
        toAgentId?: string;
      };
      header?: never;
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Left out of those whom nobody would look after. */
              agentId?: string;
              customerCount: number;
              accountCount: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listLeavers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              piiName: string;
              customerCount: number;
              accountCount: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  restoreBonds: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setBondWishes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description He wants somebody new: nobody who knows him is asked before others. */
          isNewPreferred: boolean;
          /** @description Who is never asked for this customer, and which of the two wants it so. */
          refusals: {
            /**
             * @description Text without control characters and invisible ones.
             * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
             */
            agentId: string;
            /** @enum {unknown} */
            by: 'customer' | 'agent';
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listBondChanges: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              at: number;
              /** @description Text without control characters and invisible ones. */
              actor: string;
              /** @description What people call him. */
              piiActorName?: string;
              /** @enum {unknown} */
              kind: 'declared' | 'placed' | 'wishes' | 'merged' | 'split';
              /** @description Only for items about this. */
              topic?: string;
              /** @enum {unknown} */
              channel?:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              /** @description Only for items that come in before then. */
              untilAt?: number;
              /** @description Text without control characters and invisible ones. */
              ownerId?: string;
              deputyIds?: string[];
              /**
               * @description Whether the centre declared it, or the customer asked for it.
               * @enum {unknown}
               */
              origin?: 'declared' | 'customer-asked';
              /** @description Text without control characters and invisible ones. */
              accountId?: string;
              isNewPreferred?: boolean;
              /** @description Who is never asked for this customer, and which of the two wants it so. */
              refusals?: {
                /** @description Text without control characters and invisible ones. */
                agentId: string;
                /** @enum {unknown} */
                by: 'customer' | 'agent';
              }[];
              /** @description Of a merge: who counts. */
              customerId?: string;
              /** @description Of a merge: who counts as he. */
              mergedId?: string;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  mergeCustomers: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example customer_1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e
           */
          mergedId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  splitCustomers: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example customer_1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e
           */
          mergedId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getAccountBond: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            accountId: string;
            declarations: {
              /** @description Only for items about this. */
              topic?: string;
              /** @enum {unknown} */
              channel?:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              /** @description Only for items that come in before then. */
              untilAt?: number;
              /** @description Text without control characters and invisible ones. */
              ownerId?: string;
              deputyIds: string[];
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeAccountBond: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Only for items about this.
           * @example invoice
           */
          topic?: string;
          /** @enum {unknown} */
          channel?:
            | 'phone'
            | 'video'
            | 'chat'
            | 'walk-up'
            | 'email'
            | 'sms'
            | 'web'
            | 'messaging'
            | 'fax'
            | 'mobile'
            | 'autolog'
            | 'deskside';
          /** @description Only for items that come in before then. */
          untilAt?: number;
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          ownerId?: string;
          deputyIds: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listBonds: {
    parameters: {
      query: {
        cursor?: string;
        limit?: number;
        after?: number;
        ownerId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              customerId: string;
              /** @description Text without control characters and invisible ones. */
              ownerId?: string;
              deputyIds: string[];
              /**
               * @description Whether the centre declared it, or the customer asked for it.
               * @enum {unknown}
               */
              origin?: 'declared' | 'customer-asked';
              /** @description Who has served him, the strongest first; of whom too little is left, left out. */
              earned: {
                /** @description Text without control characters and invisible ones. */
                agentId: string;
                /** @description What is left of it now, from 0 to 1. */
                strength: number;
                lastAt: number;
              }[];
              /** @description Bonds for a topic, a channel or a while: they come before the general one. */
              declarations: {
                /** @description Only for items about this. */
                topic?: string;
                /** @enum {unknown} */
                channel?:
                  | 'phone'
                  | 'video'
                  | 'chat'
                  | 'walk-up'
                  | 'email'
                  | 'sms'
                  | 'web'
                  | 'messaging'
                  | 'fax'
                  | 'mobile'
                  | 'autolog'
                  | 'deskside';
                /** @description Only for items that come in before then. */
                untilAt?: number;
                /** @description Text without control characters and invisible ones. */
                ownerId?: string;
                deputyIds: string[];
                /**
                 * @description Whether the centre declared it, or the customer asked for it.
                 * @enum {unknown}
                 */
                origin?: 'declared' | 'customer-asked';
              }[];
              /** @description He wants somebody new: nobody who knows him is asked before others. */
              isNewPreferred: boolean;
              /** @description Who is never asked for this customer, and which of the two wants it so. */
              refusals: {
                /** @description Text without control characters and invisible ones. */
                agentId: string;
                /** @enum {unknown} */
                by: 'customer' | 'agent';
              }[];
              /** @description Whose bond counts for him too, after his own. */
              accountId?: string;
              /** @description The customer who is the same person and counts in his place. */
              mergedInto?: string;
              /** @description Who is the same person, and counts as he. */
              mergedIds: string[];
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getPromise: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        promiseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            promiseId: string;
            targetMs: number;
            shareRatio: number;
            /** @description Text without control characters and invisible ones. */
            calendarId?: string;
            /** @description Of which it is a part; it stays as it is. */
            agreementId?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  definePromise: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        promiseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          targetMs: number;
          shareRatio: number;
          /**
           * @description Text without control characters and invisible ones.
           * @example office
           */
          calendarId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listPromises: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              promiseId: string;
              targetMs: number;
              shareRatio: number;
              /** @description Text without control characters and invisible ones. */
              calendarId?: string;
              /** @description Of which it is a part; it stays as it is. */
              agreementId?: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getCalendar: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        calendarId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            calendarId: string;
            openIntervals: {
              fromAt: number;
              untilAt: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  defineCalendar: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        calendarId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          openIntervals: {
            fromAt: number;
            untilAt: number;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listCalendars: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              calendarId: string;
              intervalCount: number;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  grantCredit: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Added to the urgency of what he comes in with: 1 is worth one whole promised time. */
          priority: number;
          untilAt: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endCredit: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listCredits: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              customerId: string;
              priority: number;
              /** @description Text without control characters and invisible ones. */
              ownerId: string;
              untilAt: number;
            }[];
            creditsMax: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listEmergencies: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @enum {unknown} */
              reason: 'outage' | 'weather' | 'safety' | 'staff' | 'other';
              /** @description Of what asks for this skill alone. Text without control characters. */
              skill?: string;
              since: number;
              /** @description When it ends by itself. */
              untilAt: number;
              /** @description The person or key that answers for it. */
              declaredBy: string;
              /** @description Of a person. */
              piiDeclaredByName?: string;
            }[];
            outage?: {
              /** @description When the first of them missed an offer, or lost his line. */
              since: number;
              /** @description How many have until now, each counted once, but for those who are back. */
              agentCount: number;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  declareEmergency: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {unknown} */
          reason: 'outage' | 'weather' | 'safety' | 'staff' | 'other';
          /**
           * @description Text without control characters and invisible ones.
           * @example billing
           */
          skill?: string;
          /** @description When it ends by itself: at most 24 hours from now. */
          untilAt: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endEmergency: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example billing
           */
          skill?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getAgreement: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        agreementId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            agreementId: string;
            /** @description An account, else a division of ours; with neither, everybody. */
            serves: {
              /** @description Text without control characters and invisible ones. */
              accountId?: string;
              /** @description Text without control characters and invisible ones. */
              divisionId?: string;
            };
            /** @description The version under which items come in now. */
            inForce?: number;
            /** @description The first one first. */
            versions: {
              version: number;
              /** @description Text without control characters and invisible ones. */
              agreedBy: string;
              /** @description Text without control characters and invisible ones. */
              agreedWith?: string;
              agreedAt: number;
              holdsFromAt: number;
              /** @description The most specific first: of those that fit, the first counts. */
              terms: {
                /** @description A channel; or those where the customer waits there, or the others. */
                channel?:
                  | (
                      | 'phone'
                      | 'video'
                      | 'chat'
                      | 'walk-up'
                      | 'email'
                      | 'sms'
                      | 'web'
                      | 'messaging'
                      | 'fax'
                      | 'mobile'
                      | 'autolog'
                      | 'deskside'
                    )
                  | ('synchronous' | 'asynchronous');
                /** @description The customer's tier, else his account's. */
                tier?: string;
                /** @description The least priority it is made for. */
                minPriority?: number;
                /** @description Text without control characters and invisible ones. */
                caseType?: string;
                targetMs: number;
                shareRatio: number;
                /** @description Text without control characters and invisible ones. */
                calendarId?: string;
                /** @description Text without control characters and invisible ones. */
                promiseId: string;
              }[];
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  defineAgreement: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        agreementId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description An account, else a division of ours; with neither, everybody. */
          serves: {
            /**
             * @description Text without control characters and invisible ones.
             * @example account_5f0c2b7d9e1a4c3b8f6d2e1a0b9c8d7e
             */
            accountId?: string;
            /**
             * @description Text without control characters and invisible ones.
             * @example retail
             */
            divisionId?: string;
          };
          /**
           * @description The customer, by id.
           * @example customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a
           */
          agreedWith?: string;
          /** @description At once when left out. */
          holdsFromAt?: number;
          terms: {
            /** @description A channel; or those where the customer waits there, or the others. */
            channel?:
              | (
                  | 'phone'
                  | 'video'
                  | 'chat'
                  | 'walk-up'
                  | 'email'
                  | 'sms'
                  | 'web'
                  | 'messaging'
                  | 'fax'
                  | 'mobile'
                  | 'autolog'
                  | 'deskside'
                )
              | ('synchronous' | 'asynchronous');
            /**
             * @description The customer's tier, else his account's.
             * @example gold
             */
            tier?: string;
            /** @description The least priority it is made for. */
            minPriority?: number;
            /**
             * @description Text without control characters and invisible ones.
             * @example outage
             */
            caseType?: string;
            targetMs: number;
            shareRatio: number;
            /**
             * @description Text without control characters and invisible ones.
             * @example office
             */
            calendarId?: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAgreements: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              agreementId: string;
              /** @description An account, else a division of ours; with neither, everybody. */
              serves: {
                /** @description Text without control characters and invisible ones. */
                accountId?: string;
                /** @description Text without control characters and invisible ones. */
                divisionId?: string;
              };
              /** @description The version under which items come in now. */
              inForce?: number;
              /** @description The first one first. */
              versions: {
                version: number;
                /** @description Text without control characters and invisible ones. */
                agreedBy: string;
                /** @description Text without control characters and invisible ones. */
                agreedWith?: string;
                agreedAt: number;
                holdsFromAt: number;
                /** @description The most specific first: of those that fit, the first counts. */
                terms: {
                  /** @description A channel; or those where the customer waits there, or the others. */
                  channel?:
                    | (
                        | 'phone'
                        | 'video'
                        | 'chat'
                        | 'walk-up'
                        | 'email'
                        | 'sms'
                        | 'web'
                        | 'messaging'
                        | 'fax'
                        | 'mobile'
                        | 'autolog'
                        | 'deskside'
                      )
                    | ('synchronous' | 'asynchronous');
                  /** @description The customer's tier, else his account's. */
                  tier?: string;
                  /** @description The least priority it is made for. */
                  minPriority?: number;
                  /** @description Text without control characters and invisible ones. */
                  caseType?: string;
                  targetMs: number;
                  shareRatio: number;
                  /** @description Text without control characters and invisible ones. */
                  calendarId?: string;
                  /** @description Text without control characters and invisible ones. */
                  promiseId: string;
                }[];
              }[];
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAudit: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        actor?: string;
        subject?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              ordinal: number;
              at: number;
              /** @description Text without control characters and invisible ones. */
              actor: string;
              /** @description Where the actor is a person. */
              piiActorName?: string;
              /** @description Text without control characters and invisible ones. */
              action: string;
              /** @description Text without control characters and invisible ones. */
              subject: string;
              /** @description Where it is a person or an agent. For people alone. */
              piiSubjectName?: string;
              /** @description How a setting stood before and after: absent where there was none. For people alone. */
              change?: {
                /** @enum {unknown} */
                kind:
                  | 'division'
                  | 'site'
                  | 'team'
                  | 'person'
                  | 'agent'
                  | 'promise'
                  | 'calendar'
                  | 'entry-point'
                  | 'dispositions'
                  | 'skill-names'
                  | 'settings'
                  | 'policy'
                  | 'credit';
                piiBefore?: {
                  [key: string]: unknown;
                };
                piiAfter?: {
                  [key: string]: unknown;
                };
              };
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  undoChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        ordinal: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listInteractions: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        customerId?: string;
        workId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              interactionId: string;
              /** @description Text without control characters and invisible ones. */
              workId: string;
              /** @description Text without control characters and invisible ones. */
              customerId?: string;
              /** @enum {unknown} */
              channel:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              piiSubject?: string;
              /** @description What its item belongs together with. */
              matterId?: string;
              /**
               * @description While it is put aside for another of its matter.
               * @constant
               */
              isPaused?: true;
              startedAt: number;
              messageCount: number;
              /** @enum {unknown} */
              status:
                | 'waiting'
                | 'offered'
                | 'active'
                | 'on-hold'
                | 'deferred'
                | 'wrap-up'
                | 'done'
                | 'abandoned';
              /** @description Text without control characters and invisible ones. */
              agentId?: string;
              /** @description Text without control characters and invisible ones. */
              answeredBy?: string;
              endedAt?: number;
              /** @description Text without control characters and invisible ones. */
              disposition?: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveInteraction: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {unknown} */
          channel:
            | 'phone'
            | 'video'
            | 'chat'
            | 'walk-up'
            | 'email'
            | 'sms'
            | 'web'
            | 'messaging'
            | 'fax'
            | 'mobile'
            | 'autolog'
            | 'deskside';
          /**
           * @description Text without control characters and invisible ones.
           * @example customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a
           */
          customerId?: string;
          identity?: {
            /** @enum {unknown} */
            kind: 'email' | 'phone' | 'handle';
            /**
             * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
             * @example miller@example.org
             */
            value: string;
            /**
             * @description Two capital letters for a country, as in ISO 3166-1.
             * @example DE
             */
            region?: string;
          };
          /**
           * @description One line of text, without control characters.
           * @example My bill for October
           */
          piiSubject?: string;
          /**
           * @description Text without zero bytes and halves of characters.
           * @example Hello, my bill is wrong.
           */
          piiText?: string;
          requirements: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            minLevel: number;
          }[];
          isProficiencyFirst?: boolean;
          /**
           * @description What is promised where no agreement makes a promise; needed then.
           * @example chats
           */
          promiseId?: string;
          /**
           * @description Whose agreement counts, after the account’s.
           * @example retail
           */
          divisionId?: string;
          /**
           * @description What it is about, as agreements name it.
           * @example outage
           */
          caseType?: string;
          priority?: number;
          /**
           * @description What it is about, as a code: bonds for this topic come first.
           * @example invoice
           */
          topic?: string;
          /**
           * @description What is about the same as what is open under this name belongs together.
           * @example storm-damage-2214
           */
          matterId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            interactionId: string;
            /** @description Text without control characters and invisible ones. */
            workId: string;
            /** @description Text without control characters and invisible ones. */
            customerId?: string;
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getInteraction: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            interactionId: string;
            /** @description Text without control characters and invisible ones. */
            workId: string;
            /** @description Text without control characters and invisible ones. */
            customerId?: string;
            /** @enum {unknown} */
            channel:
              | 'phone'
              | 'video'
              | 'chat'
              | 'walk-up'
              | 'email'
              | 'sms'
              | 'web'
              | 'messaging'
              | 'fax'
              | 'mobile'
              | 'autolog'
              | 'deskside';
            piiSubject?: string;
            /** @description What its item belongs together with. */
            matterId?: string;
            /**
             * @description While it is put aside for another of its matter.
             * @constant
             */
            isPaused?: true;
            startedAt: number;
            messageCount: number;
            /** @enum {unknown} */
            status:
              | 'waiting'
              | 'offered'
              | 'active'
              | 'on-hold'
              | 'deferred'
              | 'wrap-up'
              | 'done'
              | 'abandoned';
            /** @description Text without control characters and invisible ones. */
            agentId?: string;
            /** @description Text without control characters and invisible ones. */
            answeredBy?: string;
            endedAt?: number;
            /** @description Text without control characters and invisible ones. */
            disposition?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listMessages: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        afterOrdinal?: number;
      };
      header?: never;
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              messageId: string;
              /** @description Counts from 1, without gaps. */
              ordinal: number;
              /**
               * @description `centre`: by itself, in nobody’s name.
               * @enum {unknown}
               */
              from: 'customer' | 'agent' | 'centre';
              /** @description Text without control characters and invisible ones. */
              authorId?: string;
              piiText?: string;
              /** @description Colleagues see it, the customer does not. */
              isNote: boolean;
              attachments?: {
                /** @description Text without control characters and invisible ones. */
                attachmentId: string;
                /** @description One line of text, without control characters. */
                piiName: string;
                contentType: string;
                sizeBytes: number;
              }[];
              at: number;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addMessage: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without zero bytes and halves of characters.
           * @example Hello, my bill is wrong.
           */
          piiText: string;
          isNote?: boolean;
          /** @description Files that were taken in before. */
          attachments?: {
            /**
             * @description Text without control characters and invisible ones.
             * @example attachment_7d5e0c2b9f1a4c3b8f6d2e1a0b9c8d7e
             */
            attachmentId: string;
            /**
             * @description One line of text, without control characters.
             * @example Ted Brandt
             */
            piiName: string;
          }[];
          /** @enum {unknown} */
          from?: 'customer';
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            messageId: string;
            ordinal: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endInteraction: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getChoices: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Who knows the customer and is expected, in the order in which they are asked. */
            agents: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @description One line of text, without control characters. */
              piiName: string;
              wait?: {
                /** @description Even chances that it is over by then. */
                evenMs: number;
                /** @description Nine of ten that it is. */
                longMs: number;
              };
              /** @description Until when it would be kept for this one. */
              keptUntilAt: number;
            }[];
            /** @description How long until somebody can take it, whoever it is; absent where nobody knows. */
            anybodyMs?: number;
            /** @description For whom it is kept by choice. */
            chosenId?: string;
            /** @description Until when it is. */
            keptUntilAt?: number;
            /** @description Who could call him instead, and when; none where the centre calls nobody, or while he is being served. */
            callbacks: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @description One line of text, without control characters. */
              piiName: string;
              /** @description At which he could call; the earliest first. */
              moments: number[];
            }[];
            callback?: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @description One line of text, without control characters. */
              piiName: string;
              dueAt: number;
              /** @description Which one it is, from 1. */
              attempt: number;
              /** @description How many there are at most. */
              attemptMax: number;
              /** @description The number that is called, with its country; for the visitor who gave it. */
              piiPhone?: string;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  chooseWait: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description For him alone; left out, for whoever is free first.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getVisitorChoices: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Who knows the customer and is expected, in the order in which they are asked. */
            agents: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @description One line of text, without control characters. */
              piiName: string;
              wait?: {
                /** @description Even chances that it is over by then. */
                evenMs: number;
                /** @description Nine of ten that it is. */
                longMs: number;
              };
              /** @description Until when it would be kept for this one. */
              keptUntilAt: number;
            }[];
            /** @description How long until somebody can take it, whoever it is; absent where nobody knows. */
            anybodyMs?: number;
            /** @description For whom it is kept by choice. */
            chosenId?: string;
            /** @description Until when it is. */
            keptUntilAt?: number;
            /** @description Who could call him instead, and when; none where the centre calls nobody, or while he is being served. */
            callbacks: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @description One line of text, without control characters. */
              piiName: string;
              /** @description At which he could call; the earliest first. */
              moments: number[];
            }[];
            callback?: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              /** @description One line of text, without control characters. */
              piiName: string;
              dueAt: number;
              /** @description Which one it is, from 1. */
              attempt: number;
              /** @description How many there are at most. */
              attemptMax: number;
              /** @description The number that is called, with its country; for the visitor who gave it. */
              piiPhone?: string;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  chooseAsVisitor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description For him alone; left out, for whoever is free first.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  promiseCallback: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Who calls: one of those whom the choices name.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId: string;
          /** @description When; one of his moments, or another at which he is free. */
          dueAt: number;
          /**
           * @description Where he is called: with its country, or as it is written in the region of the centre, which says what countries it calls. Left out, the number that was given before.
           * @example +49 30 123456
           */
          piiPhone?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  cancelCallback: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  noteNoAnswer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  promiseVisitorCallback: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Who calls: one of those whom the choices name.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId: string;
          /** @description When; one of his moments, or another at which he is free. */
          dueAt: number;
          /**
           * @description Where he is called: with its country, or as it is written in the region of the centre, which says what countries it calls. Left out, the number that was given before.
           * @example +49 30 123456
           */
          piiPhone?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  cancelVisitorCallback: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  markRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ordinal: number;
          /**
           * @description By a key that acts as no agent: for the customer.
           * @enum {unknown}
           */
          from?: 'customer';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  tellTyping: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description By a key that acts as no agent: for the customer.
           * @enum {unknown}
           */
          from?: 'customer';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  askForHelp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endHelp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addAttachment: {
    parameters: {
      query?: {
        from?: 'customer';
      };
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        interactionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            attachmentId: string;
            contentType: string;
            sizeBytes: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getAttachment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        interactionId: string;
        attachmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDispositions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Counts the changes. */
            version: number;
            /** @description In the order in which they are offered. */
            dispositions: {
              /** @description Text without control characters and invisible ones. */
              code: string;
              /** @description One line of text, without control characters. */
              name: string;
              /** @description No longer offered; kept for what was closed with it. */
              isRetired?: boolean;
              /** @description It went badly for the customer: nobody is known to him better for it. */
              isPoor?: boolean;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeDispositions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Counts the changes. */
          version?: number;
          /** @description In the order in which they are offered. */
          dispositions: {
            /**
             * @description Text without control characters and invisible ones.
             * @example 123456
             */
            code: string;
            /**
             * @description One line of text, without control characters.
             * @example Billing
             */
            name: string;
            /** @description No longer offered; kept for what was closed with it. */
            isRetired?: boolean;
            /** @description It went badly for the customer: nobody is known to him better for it. */
            isPoor?: boolean;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listSkillNames: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Counts the changes. */
            version: number;
            /** @description Each skill once. What is not named here is called by its id. */
            skillNames: {
              /** @description Text without control characters and invisible ones. */
              skill: string;
              /** @description One line of text, without control characters. */
              name: string;
              /**
               * @description What it stands for. Work that waits for long asks for less of a site and of an ability, never of a language or a licence, nor of what has no kind. A channel is the id of one: whatever comes over it asks for this skill.
               * @enum {unknown}
               */
              kind?: 'site' | 'ability' | 'language' | 'licence' | 'channel';
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeSkillNames: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Counts the changes. */
          version?: number;
          /** @description Each skill once. What is not named here is called by its id. */
          skillNames: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            /**
             * @description One line of text, without control characters.
             * @example Billing
             */
            name: string;
            /**
             * @description What it stands for. Work that waits for long asks for less of a site and of an ability, never of a language or a licence, nor of what has no kind. A channel is the id of one: whatever comes over it asks for this skill.
             * @enum {unknown}
             */
            kind?: 'site' | 'ability' | 'language' | 'licence' | 'channel';
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listCustomers: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        accountId?: string;
        ids?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              customerId: string;
              /** @description Counts the changes. */
              version: number;
              /** @description One line of text, without control characters. */
              piiName?: string;
              /** @description Text without control characters and invisible ones. */
              accountId?: string;
              /** @description Text without control characters and invisible ones. */
              externalId?: string;
              /** @description Text without control characters and invisible ones. */
              tier?: string;
              /** @description A language tag as in BCP 47, such as de or pt-BR. */
              language?: string;
              piiNeeds?: {
                /** @description Text without control characters and invisible ones. */
                kind: string;
                /** @description One line of text, without control characters. */
                piiText: string;
              }[];
              piiPreferences?: {
                /** @enum {unknown} */
                replyChannel?:
                  | 'phone'
                  | 'video'
                  | 'chat'
                  | 'walk-up'
                  | 'email'
                  | 'sms'
                  | 'web'
                  | 'messaging'
                  | 'fax'
                  | 'mobile'
                  | 'autolog'
                  | 'deskside';
                /** @description When he may be called; his own time where none is named. */
                contactHours?: {
                  /** @description A time of day from 00:00 to 23:59. */
                  from: string;
                  /** @description A time of day from 00:00 to 23:59. */
                  until: string;
                  /** @description Text without control characters and invisible ones. */
                  timeZone?: string;
                };
              };
              identities: {
                /** @enum {unknown} */
                kind: 'email' | 'phone' | 'handle';
                value: string;
              }[];
              createdAt: number;
              erasedAt?: number;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createCustomer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example account_5f0c2b7d9e1a4c3b8f6d2e1a0b9c8d7e
           */
          accountId?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example crm-88213
           */
          externalId?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example gold
           */
          tier?: string;
          /**
           * @description A language tag as in BCP 47, such as de or pt-BR.
           * @example en
           */
          language?: string;
          piiNeeds?: {
            /**
             * @description Text without control characters and invisible ones.
             * @example hearing
             */
            kind: string;
            /**
             * @description One line of text, without control characters.
             * @example Hello, my bill is wrong.
             */
            piiText: string;
          }[];
          piiPreferences?: {
            /** @enum {unknown} */
            replyChannel?:
              | 'phone'
              | 'video'
              | 'chat'
              | 'walk-up'
              | 'email'
              | 'sms'
              | 'web'
              | 'messaging'
              | 'fax'
              | 'mobile'
              | 'autolog'
              | 'deskside';
            /** @description When he may be called; his own time where none is named. */
            contactHours?: {
              /**
               * @description A time of day from 00:00 to 23:59.
               * @example 09:00
               */
              from: string;
              /**
               * @description A time of day from 00:00 to 23:59.
               * @example 17:00
               */
              until: string;
              /**
               * @description Text without control characters and invisible ones.
               * @example Europe/Berlin
               */
              timeZone?: string;
            };
          };
          identities?: {
            /** @enum {unknown} */
            kind: 'email' | 'phone' | 'handle';
            /**
             * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
             * @example miller@example.org
             */
            value: string;
            /**
             * @description Two capital letters for a country, as in ISO 3166-1.
             * @example DE
             */
            region?: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  lookUpCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          identity?: {
            /** @enum {unknown} */
            kind: 'email' | 'phone' | 'handle';
            /**
             * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
             * @example miller@example.org
             */
            value: string;
            /**
             * @description Two capital letters for a country, as in ISO 3166-1.
             * @example DE
             */
            region?: string;
          };
          /**
           * @description Text without control characters and invisible ones.
           * @example crm-88213
           */
          externalId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Counts the changes. */
            version: number;
            /** @description One line of text, without control characters. */
            piiName?: string;
            /** @description Text without control characters and invisible ones. */
            accountId?: string;
            /** @description Text without control characters and invisible ones. */
            externalId?: string;
            /** @description Text without control characters and invisible ones. */
            tier?: string;
            /** @description A language tag as in BCP 47, such as de or pt-BR. */
            language?: string;
            piiNeeds?: {
              /** @description Text without control characters and invisible ones. */
              kind: string;
              /** @description One line of text, without control characters. */
              piiText: string;
            }[];
            piiPreferences?: {
              /** @enum {unknown} */
              replyChannel?:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              /** @description When he may be called; his own time where none is named. */
              contactHours?: {
                /** @description A time of day from 00:00 to 23:59. */
                from: string;
                /** @description A time of day from 00:00 to 23:59. */
                until: string;
                /** @description Text without control characters and invisible ones. */
                timeZone?: string;
              };
            };
            identities: {
              /** @enum {unknown} */
              kind: 'email' | 'phone' | 'handle';
              value: string;
            }[];
            createdAt: number;
            erasedAt?: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Counts the changes. */
            version: number;
            /** @description One line of text, without control characters. */
            piiName?: string;
            /** @description Text without control characters and invisible ones. */
            accountId?: string;
            /** @description Text without control characters and invisible ones. */
            externalId?: string;
            /** @description Text without control characters and invisible ones. */
            tier?: string;
            /** @description A language tag as in BCP 47, such as de or pt-BR. */
            language?: string;
            piiNeeds?: {
              /** @description Text without control characters and invisible ones. */
              kind: string;
              /** @description One line of text, without control characters. */
              piiText: string;
            }[];
            piiPreferences?: {
              /** @enum {unknown} */
              replyChannel?:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              /** @description When he may be called; his own time where none is named. */
              contactHours?: {
                /** @description A time of day from 00:00 to 23:59. */
                from: string;
                /** @description A time of day from 00:00 to 23:59. */
                until: string;
                /** @description Text without control characters and invisible ones. */
                timeZone?: string;
              };
            };
            identities: {
              /** @enum {unknown} */
              kind: 'email' | 'phone' | 'handle';
              value: string;
            }[];
            createdAt: number;
            erasedAt?: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeCustomer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example account_5f0c2b7d9e1a4c3b8f6d2e1a0b9c8d7e
           */
          accountId?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example crm-88213
           */
          externalId?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example gold
           */
          tier?: string;
          /**
           * @description A language tag as in BCP 47, such as de or pt-BR.
           * @example en
           */
          language?: string;
          piiNeeds?: {
            /**
             * @description Text without control characters and invisible ones.
             * @example hearing
             */
            kind: string;
            /**
             * @description One line of text, without control characters.
             * @example Hello, my bill is wrong.
             */
            piiText: string;
          }[];
          piiPreferences?: {
            /** @enum {unknown} */
            replyChannel?:
              | 'phone'
              | 'video'
              | 'chat'
              | 'walk-up'
              | 'email'
              | 'sms'
              | 'web'
              | 'messaging'
              | 'fax'
              | 'mobile'
              | 'autolog'
              | 'deskside';
            /** @description When he may be called; his own time where none is named. */
            contactHours?: {
              /**
               * @description A time of day from 00:00 to 23:59.
               * @example 09:00
               */
              from: string;
              /**
               * @description A time of day from 00:00 to 23:59.
               * @example 17:00
               */
              until: string;
              /**
               * @description Text without control characters and invisible ones.
               * @example Europe/Berlin
               */
              timeZone?: string;
            };
          };
          /** @description Counts the changes. */
          version?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  eraseCustomer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addIdentity: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {unknown} */
          kind: 'email' | 'phone' | 'handle';
          /**
           * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
           * @example miller@example.org
           */
          value: string;
          /**
           * @description Two capital letters for a country, as in ISO 3166-1.
           * @example DE
           */
          region?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeIdentity: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        customerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {unknown} */
          kind: 'email' | 'phone' | 'handle';
          /**
           * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
           * @example miller@example.org
           */
          value: string;
          /**
           * @description Two capital letters for a country, as in ISO 3166-1.
           * @example DE
           */
          region?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            customerId: string;
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAccounts: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        namePrefix?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              accountId: string;
              /** @description Counts the changes. */
              version: number;
              /** @description One line of text, without control characters. */
              piiName: string;
              /** @description Text without control characters and invisible ones. */
              externalId?: string;
              /** @description Text without control characters and invisible ones. */
              tier?: string;
              createdAt: number;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example crm-88213
           */
          externalId?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example gold
           */
          tier?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            accountId: string;
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            accountId: string;
            /** @description Counts the changes. */
            version: number;
            /** @description One line of text, without control characters. */
            piiName: string;
            /** @description Text without control characters and invisible ones. */
            externalId?: string;
            /** @description Text without control characters and invisible ones. */
            tier?: string;
            createdAt: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        accountId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example crm-88213
           */
          externalId?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example gold
           */
          tier?: string;
          /** @description Counts the changes. */
          version?: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            accountId: string;
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveEvents: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json':
          | {
              /** @constant */
              specversion: '1.0';
              /**
               * @description One line of text, without control characters.
               * @example b7d9e1a4-0001
               */
              id: string;
              /**
               * @description One line of text, without control characters.
               * @example https://crm.example.org
               */
              source: string;
              /**
               * @description One line of text, without control characters.
               * @example org.example.call.ended
               */
              type: string;
              /**
               * @description The media type application/json.
               * @example application/json
               */
              datacontenttype?: string;
              data: {
                /**
                 * @description Text without control characters and invisible ones.
                 * @example customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a
                 */
                customerId?: string;
                identity?: {
                  /** @enum {unknown} */
                  kind: 'email' | 'phone' | 'handle';
                  /**
                   * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
                   * @example miller@example.org
                   */
                  value: string;
                  /**
                   * @description Two capital letters for a country, as in ISO 3166-1.
                   * @example DE
                   */
                  region?: string;
                };
                /**
                 * @description One line of text, without control characters.
                 * @example My bill for October
                 */
                piiSubject?: string;
                /**
                 * @description Text without zero bytes and halves of characters.
                 * @example Hello, my bill is wrong.
                 */
                piiText?: string;
                requirements: {
                  /**
                   * @description Text without control characters and invisible ones.
                   * @example billing
                   */
                  skill: string;
                  minLevel: number;
                }[];
                isProficiencyFirst?: boolean;
                /**
                 * @description What is promised where no agreement makes a promise; needed then.
                 * @example chats
                 */
                promiseId?: string;
                /**
                 * @description Whose agreement counts, after the account’s.
                 * @example retail
                 */
                divisionId?: string;
                /**
                 * @description What it is about, as agreements name it.
                 * @example outage
                 */
                caseType?: string;
                priority?: number;
                /**
                 * @description What it is about, as a code: bonds for this topic come first.
                 * @example invoice
                 */
                topic?: string;
                /**
                 * @description What is about the same as what is open under this name belongs together.
                 * @example storm-damage-2214
                 */
                matterId?: string;
              };
            }
          | unknown[];
        'application/cloudevents-batch+json':
          | {
              /** @constant */
              specversion: '1.0';
              /**
               * @description One line of text, without control characters.
               * @example b7d9e1a4-0001
               */
              id: string;
              /**
               * @description One line of text, without control characters.
               * @example https://crm.example.org
               */
              source: string;
              /**
               * @description One line of text, without control characters.
               * @example org.example.call.ended
               */
              type: string;
              /**
               * @description The media type application/json.
               * @example application/json
               */
              datacontenttype?: string;
              data: {
                /**
                 * @description Text without control characters and invisible ones.
                 * @example customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a
                 */
                customerId?: string;
                identity?: {
                  /** @enum {unknown} */
                  kind: 'email' | 'phone' | 'handle';
                  /**
                   * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
                   * @example miller@example.org
                   */
                  value: string;
                  /**
                   * @description Two capital letters for a country, as in ISO 3166-1.
                   * @example DE
                   */
                  region?: string;
                };
                /**
                 * @description One line of text, without control characters.
                 * @example My bill for October
                 */
                piiSubject?: string;
                /**
                 * @description Text without zero bytes and halves of characters.
                 * @example Hello, my bill is wrong.
                 */
                piiText?: string;
                requirements: {
                  /**
                   * @description Text without control characters and invisible ones.
                   * @example billing
                   */
                  skill: string;
                  minLevel: number;
                }[];
                isProficiencyFirst?: boolean;
                /**
                 * @description What is promised where no agreement makes a promise; needed then.
                 * @example chats
                 */
                promiseId?: string;
                /**
                 * @description Whose agreement counts, after the account’s.
                 * @example retail
                 */
                divisionId?: string;
                /**
                 * @description What it is about, as agreements name it.
                 * @example outage
                 */
                caseType?: string;
                priority?: number;
                /**
                 * @description What it is about, as a code: bonds for this topic come first.
                 * @example invoice
                 */
                topic?: string;
                /**
                 * @description What is about the same as what is open under this name belongs together.
                 * @example storm-damage-2214
                 */
                matterId?: string;
              };
            }
          | unknown[];
        'application/json':
          | {
              /** @constant */
              specversion: '1.0';
              /**
               * @description One line of text, without control characters.
               * @example b7d9e1a4-0001
               */
              id: string;
              /**
               * @description One line of text, without control characters.
               * @example https://crm.example.org
               */
              source: string;
              /**
               * @description One line of text, without control characters.
               * @example org.example.call.ended
               */
              type: string;
              /**
               * @description The media type application/json.
               * @example application/json
               */
              datacontenttype?: string;
              data: {
                /**
                 * @description Text without control characters and invisible ones.
                 * @example customer_4c3b8f6d2e1a0b9c8d7e5f0c2b7d9e1a
                 */
                customerId?: string;
                identity?: {
                  /** @enum {unknown} */
                  kind: 'email' | 'phone' | 'handle';
                  /**
                   * @description One line of text; of a handle, the network first: `whatsapp:4930123456`.
                   * @example miller@example.org
                   */
                  value: string;
                  /**
                   * @description Two capital letters for a country, as in ISO 3166-1.
                   * @example DE
                   */
                  region?: string;
                };
                /**
                 * @description One line of text, without control characters.
                 * @example My bill for October
                 */
                piiSubject?: string;
                /**
                 * @description Text without zero bytes and halves of characters.
                 * @example Hello, my bill is wrong.
                 */
                piiText?: string;
                requirements: {
                  /**
                   * @description Text without control characters and invisible ones.
                   * @example billing
                   */
                  skill: string;
                  minLevel: number;
                }[];
                isProficiencyFirst?: boolean;
                /**
                 * @description What is promised where no agreement makes a promise; needed then.
                 * @example chats
                 */
                promiseId?: string;
                /**
                 * @description Whose agreement counts, after the account’s.
                 * @example retail
                 */
                divisionId?: string;
                /**
                 * @description What it is about, as agreements name it.
                 * @example outage
                 */
                caseType?: string;
                priority?: number;
                /**
                 * @description What it is about, as a code: bonds for this topic come first.
                 * @example invoice
                 */
                topic?: string;
                /**
                 * @description What is about the same as what is open under this name belongs together.
                 * @example storm-damage-2214
                 */
                matterId?: string;
              };
            }
          | unknown[];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            results: {
              id?: string;
              source?: string;
              /** @description Text without control characters and invisible ones. */
              interactionId?: string;
              /** @description Text without control characters and invisible ones. */
              workId?: string;
              /** @description Text without control characters and invisible ones. */
              customerId?: string;
              position?: number;
              problem?: {
                /** @description A stable code, such as `work-unknown`. */
                type: string;
                title: string;
                status: number;
                detail?: string;
                /** @description Which part of the request it is about. */
                field?: string;
                /** @description What was expected there. */
                expected?: string;
              };
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getMyQueue: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              workId: string;
              /** @description Text without control characters and invisible ones. */
              customerId?: string;
              /** @enum {unknown} */
              channel:
                | 'phone'
                | 'video'
                | 'chat'
                | 'walk-up'
                | 'email'
                | 'sms'
                | 'web'
                | 'messaging'
                | 'fax'
                | 'mobile'
                | 'autolog'
                | 'deskside';
              /** @description Text without control characters and invisible ones. */
              promiseId: string;
              priority: number;
              receivedAt: number;
              /** @enum {unknown} */
              status: 'offered' | 'active' | 'on-hold' | 'deferred' | 'wrap-up';
              statusSince: number;
              /** @description When the offer ends, or when the wrap-up completes by itself. */
              expiresAt?: number;
              /** @description While it is put off: until when. */
              deferredUntil?: number;
              /** @description While it is put aside: for which other item of its matter. */
              pausedById?: string;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listQueues: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Waiting items of customers whom nobody owns. */
            pool: {
              waitingCount: number;
              /** @description Since when the longest of these waits: its receipt, else its last transfer. */
              waitingSince?: number;
            };
            /** @description Waiting items of the customers whom an agent owns; without the empty ones. */
            personal: {
              /** @description Text without control characters and invisible ones. */
              agentId: string;
              waitingCount: number;
              /** @description Since when the longest of these waits: its receipt, else its last transfer. */
              waitingSince?: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getWallboard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            waiting: {
              /** @description Items that are offered to nobody. */
              waitingCount: number;
              /** @description Items that are being offered. */
              offeredCount: number;
              /** @description Since when the longest of these waits: its receipt, else its last transfer. */
              waitingSince?: number;
              /** @description Channels on which something waits, by name. */
              byChannel: {
                /** @enum {unknown} */
                channel:
                  | 'phone'
                  | 'video'
                  | 'chat'
                  | 'walk-up'
                  | 'email'
                  | 'sms'
                  | 'web'
                  | 'messaging'
                  | 'fax'
                  | 'mobile'
                  | 'autolog'
                  | 'deskside';
                /** @description Items that are offered to nobody. */
                waitingCount: number;
                /** @description Items that are being offered. */
                offeredCount: number;
                /** @description Since when the longest of these waits: its receipt, else its last transfer. */
                waitingSince?: number;
              }[];
            };
            agents: {
              signedOutCount: number;
              readyCount: number;
              notReadyCount: number;
              /** @description Agents, of any state, who carry an item. */
              workingCount: number;
            };
            today: {
              beganAt: number;
              /** @description Items that came in. */
              arrivedCount: number;
              /** @description Of these, items that an agent has accepted. */
              answeredCount: number;
              /** @description Of the answered, those accepted first within the target of their promise. */
              answeredInTimeCount: number;
              /** @description Of the answered, those whose customer had a bond: somebody knew him. What was named for an agent by hand is left out. */
              answeredBondedCount: number;
              /** @description Of these, those accepted first by somebody who knows the customer: the owner, a deputy, or who has served him before. */
              answeredKnownCount: number;
              /** @description Of those that came in, items given up. */
              abandonedCount: number;
              /** @description Of the abandoned, those that had waited longer than the target. */
              abandonedLateCount: number;
              /** @description answeredInTimeCount / (answeredCount + abandonedLateCount); absent while that is 0 / 0. */
              serviceLevelRatio?: number;
              /** @description answeredKnownCount / answeredBondedCount; absent while that is 0 / 0. */
              continuityRatio?: number;
              /** @description How long items have waited today, all together, while somebody able was available: ms. Absent while it is being counted. */
              siloMs?: number;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  linkWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Another open item, whose matter it joins.
           * @example work_2b7d9e1a4c3b8f6d2e1a0b9c8d7e5f0c
           */
          toWorkId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  unlinkWork: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        workId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getMeasures: {
    parameters: {
      query: {
        from: number;
        to: number;
        by?:
          | 'day'
          | 'hour'
          | 'channel'
          | 'promise'
          | 'division'
          | 'tier'
          | 'topic'
          | 'site'
          | 'language'
          | 'bond';
        threshold?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            from: number;
            to: number;
            /** @description The T of the service level. Absent where each item has the target of its promise. */
            thresholdMs?: number;
            shortAbandonMs: number;
            total: {
              /** @description Items that were answered or given up. */
              offeredCount: number;
              answeredCount: number;
              abandonedCount: number;
              /** @description Given up in less than `shortAbandonMs`. */
              shortAbandonedCount: number;
              /** @description By each of the three definitions that are customary. */
              serviceLevel: {
                /** @description Answered in time ÷ (offered − abandoned in time): the one that is meant where none is named. */
                withoutEarlyAbandonsRatio?: number;
                /** @description Answered in time ÷ offered. */
                ofOfferedRatio?: number;
                /** @description Answered in time ÷ answered. */
                ofAnsweredRatio?: number;
              };
              abandonment: {
                /** @description (Abandoned − short) ÷ (offered − short): the one that is meant where none is named. */
                withoutShortAbandonsRatio?: number;
                /** @description Abandoned ÷ offered. */
                ofOfferedRatio?: number;
              };
              /** @description ASA: of the answered alone. */
              answerWaitMsMean?: number;
              /** @description Of all offered. */
              waitMsMean?: number;
              /** @description Percentiles over all offered: never less than the exact one, and by less than 1/128 more. */
              waitMsP50?: number;
              waitMsP90?: number;
              waitMsP99?: number;
              /** @description Of the answered, those whose customer had a bond. What was named for an agent by hand is left out. */
              bondedCount: number;
              /** @description Of the bonded, answered by the owner, a deputy, or who earned a bond. */
              continuityRatio?: number;
              /** @description Of the bonded, answered by the owner. */
              bondKeptRatio?: number;
              /** @description What kept the first of those who know the customer, and how often. */
              continuityMisses: {
                [key: string]: number;
              };
              /** @description What kept the owner, or that there is none, and how often. */
              ownerMisses: {
                [key: string]: number;
              };
            };
            groups: {
              /** @description Text without control characters and invisible ones. */
              group: string;
              /** @description Items that were answered or given up. */
              offeredCount: number;
              answeredCount: number;
              abandonedCount: number;
              /** @description Given up in less than `shortAbandonMs`. */
              shortAbandonedCount: number;
              /** @description By each of the three definitions that are customary. */
              serviceLevel: {
                /** @description Answered in time ÷ (offered − abandoned in time): the one that is meant where none is named. */
                withoutEarlyAbandonsRatio?: number;
                /** @description Answered in time ÷ offered. */
                ofOfferedRatio?: number;
                /** @description Answered in time ÷ answered. */
                ofAnsweredRatio?: number;
              };
              abandonment: {
                /** @description (Abandoned − short) ÷ (offered − short): the one that is meant where none is named. */
                withoutShortAbandonsRatio?: number;
                /** @description Abandoned ÷ offered. */
                ofOfferedRatio?: number;
              };
              /** @description ASA: of the answered alone. */
              answerWaitMsMean?: number;
              /** @description Of all offered. */
              waitMsMean?: number;
              /** @description Percentiles over all offered: never less than the exact one, and by less than 1/128 more. */
              waitMsP50?: number;
              waitMsP90?: number;
              waitMsP99?: number;
              /** @description Of the answered, those whose customer had a bond. What was named for an agent by hand is left out. */
              bondedCount: number;
              /** @description Of the bonded, answered by the owner, a deputy, or who earned a bond. */
              continuityRatio?: number;
              /** @description Of the bonded, answered by the owner. */
              bondKeptRatio?: number;
              /** @description What kept the first of those who know the customer, and how often. */
              continuityMisses: {
                [key: string]: number;
              };
              /** @description What kept the owner, or that there is none, and how often. */
              ownerMisses: {
                [key: string]: number;
              };
            }[];
            /** @description Of all agents: carrying something, or wrapping up. */
            busyMs: number;
            /** @description Of all agents: ready, and carrying nothing. */
            readyMs: number;
            /** @description Busy ÷ (busy + ready). */
            occupancyRatio?: number;
            /** @description How long items waited while somebody able was available, by the reason why he did not have them: ms, all together. */
            siloMs: {
              /** @description He has declined this very item. */
              declined: number;
              /** @description He has not answered when he was offered it. */
              missed: number;
              /** @description He has handed it on. */
              'handed-on': number;
              /** @description It is live, and his break or the end of his shift is near. */
              'break-near': number;
              /** @description He is never asked for this customer: one of the two wants it so. */
              'kept-apart': number;
              /** @description It is kept for somebody who knows its customer, and is likely to be free soon. */
              reserved: number;
              /** @description He belongs to another department. */
              department: number;
              /** @description It is kept for somebody else. */
              'personal-queue': number;
              /** @description No rule says why: the desk has a fault. */
              unexplained: number;
            };
            /** @description Whether all had the same chance. */
            chances: {
              /** @description Of `bond`, `channel`, `hour`, `division`, `tier`, `topic`; and of `site` and `language` where skills stand for these. */
              dimension: string;
              groups: {
                /** @description As it is called; `(none)` where an item came in for no division, has no tier or topic, or asked for no site or language. */
                group: string;
                /** @description What the service level is taken of. */
                dueCount: number;
                inTimeCount: number;
                /** @description Answered in time ÷ (offered − abandoned in time). */
                serviceLevelRatio?: number;
                /** @description The 95 % interval, by Wilson. */
                lowRatio?: number;
                /** @description The 95 % interval, by Wilson. */
                highRatio?: number;
              }[];
              /** @description Between the best and the worst of at least 100 items each. */
              gap?: {
                /** @description Text without control characters and invisible ones. */
                bestGroup: string;
                /** @description Text without control characters and invisible ones. */
                worstGroup: string;
                gapRatio: number;
                /** @description The 95 % interval, by Newcombe. */
                gapLowRatio: number;
                /** @description The 95 % interval, by Newcombe. */
                gapHighRatio: number;
              };
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description An e-mail address, such as ann@example.org.
           * @example ted@example.org
           */
          piiEmail: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description When true, nobody is signed in before `POST /api/v1/session/second-factor`. */
            isSecondFactorNeeded: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  proveSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description The six digits of the authenticator, or a backup code such as aB3dE-fG5hJ.
           * @example 123456
           */
          code: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            personId: string;
            /** @description One line of text, without control characters. */
            piiName: string;
            piiEmail: string;
            roles: (
              | 'attendant'
              | 'agent'
              | 'staff'
              | 'supervisor'
              | 'planner'
              | 'care-owner'
              | 'administrator'
            )[];
            /** @description Text without control characters and invisible ones. */
            agentId?: string;
            ledTeamIds: string[];
            /** @description Where the company has given it one. */
            centreName?: string;
            hasSecondFactor: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeMyPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          /** @description Neither the e-mail address nor the name. */
          newPassword: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listMySessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              sessionId: string;
              startedAt: number;
              endsAt: number;
              isCurrent: boolean;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endMySession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  beginSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description For an authenticator, mostly as a QR code. */
            otpauthUri: string;
            /** @description Each is good once. */
            backupCodes: string[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  confirmSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description The six digits of the authenticator.
           * @example 123456
           */
          code: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listWebhooks: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              webhookId: string;
              url: string;
              eventTypes?: (
                | 'agent-registered'
                | 'agent-changed'
                | 'agent-retired'
                | 'agent-state-changed'
                | 'busy-intervals-set'
                | 'agent-busy-began'
                | 'agent-busy-ended'
                | 'roster-set'
                | 'skill-kinds-set'
                | 'work-relaxed'
                | 'wind-down-began'
                | 'wind-down-ended'
                | 'absence-declared'
                | 'absence-cancelled'
                | 'absence-ended'
                | 'agent-reachability-changed'
                | 'calendar-defined'
                | 'promise-defined'
                | 'agreement-defined'
                | 'policy-set'
                | 'bond-changed'
                | 'bond-earned'
                | 'account-bond-changed'
                | 'customer-placed'
                | 'bond-wishes-set'
                | 'customers-merged'
                | 'customers-split'
                | 'credit-granted'
                | 'credit-ended'
                | 'emergency-declared'
                | 'emergency-ended'
                | 'outage-suspected'
                | 'outage-ended'
                | 'bonds-rehomed'
                | 'bonds-restored'
                | 'work-received'
                | 'work-offered'
                | 'work-queued'
                | 'work-reserved'
                | 'wait-chosen'
                | 'callback-promised'
                | 'callback-missed'
                | 'callback-met'
                | 'reservation-ended'
                | 'offer-accepted'
                | 'offer-declined'
                | 'offer-expired'
                | 'offer-withdrawn'
                | 'exclusion-ended'
                | 'work-transferred'
                | 'work-assigned'
                | 'work-held'
                | 'work-resumed'
                | 'work-deferred'
                | 'deferral-ended'
                | 'deferral-handed'
                | 'work-recalled'
                | 'work-linked'
                | 'work-unlinked'
                | 'work-paused'
                | 'pause-ended'
                | 'work-promised'
                | 'alert-raised'
                | 'alert-escalated'
                | 'alert-acknowledged'
                | 'work-released'
                | 'work-interrupted'
                | 'interruption-ended'
                | 'work-wrapped-up'
                | 'wrap-up-extended'
                | 'wrap-up-ended'
                | 'customer-awaited'
                | 'customer-fell-silent'
                | 'customer-heard'
                | 'work-completed'
                | 'work-abandoned'
                | 'desk-resumed'
              )[];
              description: string;
              isEnabled: boolean;
              /**
               * @description Why the centre disabled it: the receiver answered 410, or failed for five days.
               * @enum {unknown}
               */
              disabledReason?: 'gone' | 'failing';
              failingSince?: number;
              previousSecretUntil?: number;
              createdAt: number;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Where to: https, and a public host unless the settings list it.
           * @example https://crm.example.org/rapport
           */
          url: string;
          /** @description Left out: all, those of later releases too. */
          eventTypes?: (
            | 'agent-registered'
            | 'agent-changed'
            | 'agent-retired'
            | 'agent-state-changed'
            | 'busy-intervals-set'
            | 'agent-busy-began'
            | 'agent-busy-ended'
            | 'roster-set'
            | 'skill-kinds-set'
            | 'work-relaxed'
            | 'wind-down-began'
            | 'wind-down-ended'
            | 'absence-declared'
            | 'absence-cancelled'
            | 'absence-ended'
            | 'agent-reachability-changed'
            | 'calendar-defined'
            | 'promise-defined'
            | 'agreement-defined'
            | 'policy-set'
            | 'bond-changed'
            | 'bond-earned'
            | 'account-bond-changed'
            | 'customer-placed'
            | 'bond-wishes-set'
            | 'customers-merged'
            | 'customers-split'
            | 'credit-granted'
            | 'credit-ended'
            | 'emergency-declared'
            | 'emergency-ended'
            | 'outage-suspected'
            | 'outage-ended'
            | 'bonds-rehomed'
            | 'bonds-restored'
            | 'work-received'
            | 'work-offered'
            | 'work-queued'
            | 'work-reserved'
            | 'wait-chosen'
            | 'callback-promised'
            | 'callback-missed'
            | 'callback-met'
            | 'reservation-ended'
            | 'offer-accepted'
            | 'offer-declined'
            | 'offer-expired'
            | 'offer-withdrawn'
            | 'exclusion-ended'
            | 'work-transferred'
            | 'work-assigned'
            | 'work-held'
            | 'work-resumed'
            | 'work-deferred'
            | 'deferral-ended'
            | 'deferral-handed'
            | 'work-recalled'
            | 'work-linked'
            | 'work-unlinked'
            | 'work-paused'
            | 'pause-ended'
            | 'work-promised'
            | 'alert-raised'
            | 'alert-escalated'
            | 'alert-acknowledged'
            | 'work-released'
            | 'work-interrupted'
            | 'interruption-ended'
            | 'work-wrapped-up'
            | 'wrap-up-extended'
            | 'wrap-up-ended'
            | 'customer-awaited'
            | 'customer-fell-silent'
            | 'customer-heard'
            | 'work-completed'
            | 'work-abandoned'
            | 'desk-resumed'
          )[];
          /**
           * @description One line of text, without control characters.
           * @default
           * @example Tells our CRM what happens.
           */
          description?: string;
          /** @default true */
          isEnabled?: boolean;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            webhookId: string;
            url: string;
            eventTypes?: (
              | 'agent-registered'
              | 'agent-changed'
              | 'agent-retired'
              | 'agent-state-changed'
              | 'busy-intervals-set'
              | 'agent-busy-began'
              | 'agent-busy-ended'
              | 'roster-set'
              | 'skill-kinds-set'
              | 'work-relaxed'
              | 'wind-down-began'
              | 'wind-down-ended'
              | 'absence-declared'
              | 'absence-cancelled'
              | 'absence-ended'
              | 'agent-reachability-changed'
              | 'calendar-defined'
              | 'promise-defined'
              | 'agreement-defined'
              | 'policy-set'
              | 'bond-changed'
              | 'bond-earned'
              | 'account-bond-changed'
              | 'customer-placed'
              | 'bond-wishes-set'
              | 'customers-merged'
              | 'customers-split'
              | 'credit-granted'
              | 'credit-ended'
              | 'emergency-declared'
              | 'emergency-ended'
              | 'outage-suspected'
              | 'outage-ended'
              | 'bonds-rehomed'
              | 'bonds-restored'
              | 'work-received'
              | 'work-offered'
              | 'work-queued'
              | 'work-reserved'
              | 'wait-chosen'
              | 'callback-promised'
              | 'callback-missed'
              | 'callback-met'
              | 'reservation-ended'
              | 'offer-accepted'
              | 'offer-declined'
              | 'offer-expired'
              | 'offer-withdrawn'
              | 'exclusion-ended'
              | 'work-transferred'
              | 'work-assigned'
              | 'work-held'
              | 'work-resumed'
              | 'work-deferred'
              | 'deferral-ended'
              | 'deferral-handed'
              | 'work-recalled'
              | 'work-linked'
              | 'work-unlinked'
              | 'work-paused'
              | 'pause-ended'
              | 'work-promised'
              | 'alert-raised'
              | 'alert-escalated'
              | 'alert-acknowledged'
              | 'work-released'
              | 'work-interrupted'
              | 'interruption-ended'
              | 'work-wrapped-up'
              | 'wrap-up-extended'
              | 'wrap-up-ended'
              | 'customer-awaited'
              | 'customer-fell-silent'
              | 'customer-heard'
              | 'work-completed'
              | 'work-abandoned'
              | 'desk-resumed'
            )[];
            description: string;
            isEnabled: boolean;
            /**
             * @description Why the centre disabled it: the receiver answered 410, or failed for five days.
             * @enum {unknown}
             */
            disabledReason?: 'gone' | 'failing';
            failingSince?: number;
            previousSecretUntil?: number;
            createdAt: number;
            /** @description Signs what is sent, as Standard Webhooks has it. Shown this once. */
            secret: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            webhookId: string;
            url: string;
            eventTypes?: (
              | 'agent-registered'
              | 'agent-changed'
              | 'agent-retired'
              | 'agent-state-changed'
              | 'busy-intervals-set'
              | 'agent-busy-began'
              | 'agent-busy-ended'
              | 'roster-set'
              | 'skill-kinds-set'
              | 'work-relaxed'
              | 'wind-down-began'
              | 'wind-down-ended'
              | 'absence-declared'
              | 'absence-cancelled'
              | 'absence-ended'
              | 'agent-reachability-changed'
              | 'calendar-defined'
              | 'promise-defined'
              | 'agreement-defined'
              | 'policy-set'
              | 'bond-changed'
              | 'bond-earned'
              | 'account-bond-changed'
              | 'customer-placed'
              | 'bond-wishes-set'
              | 'customers-merged'
              | 'customers-split'
              | 'credit-granted'
              | 'credit-ended'
              | 'emergency-declared'
              | 'emergency-ended'
              | 'outage-suspected'
              | 'outage-ended'
              | 'bonds-rehomed'
              | 'bonds-restored'
              | 'work-received'
              | 'work-offered'
              | 'work-queued'
              | 'work-reserved'
              | 'wait-chosen'
              | 'callback-promised'
              | 'callback-missed'
              | 'callback-met'
              | 'reservation-ended'
              | 'offer-accepted'
              | 'offer-declined'
              | 'offer-expired'
              | 'offer-withdrawn'
              | 'exclusion-ended'
              | 'work-transferred'
              | 'work-assigned'
              | 'work-held'
              | 'work-resumed'
              | 'work-deferred'
              | 'deferral-ended'
              | 'deferral-handed'
              | 'work-recalled'
              | 'work-linked'
              | 'work-unlinked'
              | 'work-paused'
              | 'pause-ended'
              | 'work-promised'
              | 'alert-raised'
              | 'alert-escalated'
              | 'alert-acknowledged'
              | 'work-released'
              | 'work-interrupted'
              | 'interruption-ended'
              | 'work-wrapped-up'
              | 'wrap-up-extended'
              | 'wrap-up-ended'
              | 'customer-awaited'
              | 'customer-fell-silent'
              | 'customer-heard'
              | 'work-completed'
              | 'work-abandoned'
              | 'desk-resumed'
            )[];
            description: string;
            isEnabled: boolean;
            /**
             * @description Why the centre disabled it: the receiver answered 410, or failed for five days.
             * @enum {unknown}
             */
            disabledReason?: 'gone' | 'failing';
            failingSince?: number;
            previousSecretUntil?: number;
            createdAt: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Where to: https, and a public host unless the settings list it.
           * @example https://crm.example.org/rapport
           */
          url: string;
          /** @description Left out: all, those of later releases too. */
          eventTypes?: (
            | 'agent-registered'
            | 'agent-changed'
            | 'agent-retired'
            | 'agent-state-changed'
            | 'busy-intervals-set'
            | 'agent-busy-began'
            | 'agent-busy-ended'
            | 'roster-set'
            | 'skill-kinds-set'
            | 'work-relaxed'
            | 'wind-down-began'
            | 'wind-down-ended'
            | 'absence-declared'
            | 'absence-cancelled'
            | 'absence-ended'
            | 'agent-reachability-changed'
            | 'calendar-defined'
            | 'promise-defined'
            | 'agreement-defined'
            | 'policy-set'
            | 'bond-changed'
            | 'bond-earned'
            | 'account-bond-changed'
            | 'customer-placed'
            | 'bond-wishes-set'
            | 'customers-merged'
            | 'customers-split'
            | 'credit-granted'
            | 'credit-ended'
            | 'emergency-declared'
            | 'emergency-ended'
            | 'outage-suspected'
            | 'outage-ended'
            | 'bonds-rehomed'
            | 'bonds-restored'
            | 'work-received'
            | 'work-offered'
            | 'work-queued'
            | 'work-reserved'
            | 'wait-chosen'
            | 'callback-promised'
            | 'callback-missed'
            | 'callback-met'
            | 'reservation-ended'
            | 'offer-accepted'
            | 'offer-declined'
            | 'offer-expired'
            | 'offer-withdrawn'
            | 'exclusion-ended'
            | 'work-transferred'
            | 'work-assigned'
            | 'work-held'
            | 'work-resumed'
            | 'work-deferred'
            | 'deferral-ended'
            | 'deferral-handed'
            | 'work-recalled'
            | 'work-linked'
            | 'work-unlinked'
            | 'work-paused'
            | 'pause-ended'
            | 'work-promised'
            | 'alert-raised'
            | 'alert-escalated'
            | 'alert-acknowledged'
            | 'work-released'
            | 'work-interrupted'
            | 'interruption-ended'
            | 'work-wrapped-up'
            | 'wrap-up-extended'
            | 'wrap-up-ended'
            | 'customer-awaited'
            | 'customer-fell-silent'
            | 'customer-heard'
            | 'work-completed'
            | 'work-abandoned'
            | 'desk-resumed'
          )[];
          /**
           * @description One line of text, without control characters.
           * @default
           * @example Tells our CRM what happens.
           */
          description?: string;
          /** @default true */
          isEnabled?: boolean;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            webhookId: string;
            url: string;
            eventTypes?: (
              | 'agent-registered'
              | 'agent-changed'
              | 'agent-retired'
              | 'agent-state-changed'
              | 'busy-intervals-set'
              | 'agent-busy-began'
              | 'agent-busy-ended'
              | 'roster-set'
              | 'skill-kinds-set'
              | 'work-relaxed'
              | 'wind-down-began'
              | 'wind-down-ended'
              | 'absence-declared'
              | 'absence-cancelled'
              | 'absence-ended'
              | 'agent-reachability-changed'
              | 'calendar-defined'
              | 'promise-defined'
              | 'agreement-defined'
              | 'policy-set'
              | 'bond-changed'
              | 'bond-earned'
              | 'account-bond-changed'
              | 'customer-placed'
              | 'bond-wishes-set'
              | 'customers-merged'
              | 'customers-split'
              | 'credit-granted'
              | 'credit-ended'
              | 'emergency-declared'
              | 'emergency-ended'
              | 'outage-suspected'
              | 'outage-ended'
              | 'bonds-rehomed'
              | 'bonds-restored'
              | 'work-received'
              | 'work-offered'
              | 'work-queued'
              | 'work-reserved'
              | 'wait-chosen'
              | 'callback-promised'
              | 'callback-missed'
              | 'callback-met'
              | 'reservation-ended'
              | 'offer-accepted'
              | 'offer-declined'
              | 'offer-expired'
              | 'offer-withdrawn'
              | 'exclusion-ended'
              | 'work-transferred'
              | 'work-assigned'
              | 'work-held'
              | 'work-resumed'
              | 'work-deferred'
              | 'deferral-ended'
              | 'deferral-handed'
              | 'work-recalled'
              | 'work-linked'
              | 'work-unlinked'
              | 'work-paused'
              | 'pause-ended'
              | 'work-promised'
              | 'alert-raised'
              | 'alert-escalated'
              | 'alert-acknowledged'
              | 'work-released'
              | 'work-interrupted'
              | 'interruption-ended'
              | 'work-wrapped-up'
              | 'wrap-up-extended'
              | 'wrap-up-ended'
              | 'customer-awaited'
              | 'customer-fell-silent'
              | 'customer-heard'
              | 'work-completed'
              | 'work-abandoned'
              | 'desk-resumed'
            )[];
            description: string;
            isEnabled: boolean;
            /**
             * @description Why the centre disabled it: the receiver answered 410, or failed for five days.
             * @enum {unknown}
             */
            disabledReason?: 'gone' | 'failing';
            failingSince?: number;
            previousSecretUntil?: number;
            createdAt: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Signs what is sent, as Standard Webhooks has it. Shown this once. */
            secret: string;
            previousSecretUntil: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            isDelivered: boolean;
            status?: number;
            /** @description A code, such as `timeout`. */
            error?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        state?: 'waiting' | 'delivered' | 'dead';
      };
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              eventId: string;
              /** @description Text without control characters and invisible ones. */
              eventType: string;
              at: number;
              /** @enum {unknown} */
              state: 'waiting' | 'delivered' | 'dead';
              attemptCount: number;
              lastStatus?: number;
              /** @description A code, such as `timeout`. */
              lastError?: string;
              nextAt?: number;
              settledAt?: number;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  replayWebhookDelivery: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        webhookId: string;
        eventId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  replayDeadWebhookDeliveries: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            replayedCount: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listPeople: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              personId: string;
              /** @description One line of text, without control characters. */
              piiName: string;
              piiEmail: string;
              roles: (
                | 'attendant'
                | 'agent'
                | 'staff'
                | 'supervisor'
                | 'planner'
                | 'care-owner'
                | 'administrator'
              )[];
              /** @description Text without control characters and invisible ones. */
              agentId?: string;
              ledTeamIds: string[];
              /** @enum {unknown} */
              status: 'invited' | 'active' | 'disabled';
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  invitePerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName: string;
          /**
           * @description An e-mail address, such as ann@example.org.
           * @example ted@example.org
           */
          piiEmail: string;
          roles: (
            | 'attendant'
            | 'agent'
            | 'staff'
            | 'supervisor'
            | 'planner'
            | 'care-owner'
            | 'administrator'
          )[];
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId?: string;
          ledTeamIds?: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            personId: string;
            invitation?: {
              /** @description To be put behind the address of the centre. */
              path: string;
              expiresAt: number;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getPerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            personId: string;
            /** @description One line of text, without control characters. */
            piiName: string;
            piiEmail: string;
            roles: (
              | 'attendant'
              | 'agent'
              | 'staff'
              | 'supervisor'
              | 'planner'
              | 'care-owner'
              | 'administrator'
            )[];
            /** @description Text without control characters and invisible ones. */
            agentId?: string;
            ledTeamIds: string[];
            /** @enum {unknown} */
            status: 'invited' | 'active' | 'disabled';
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changePerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName: string;
          /**
           * @description An e-mail address, such as ann@example.org.
           * @example ted@example.org
           */
          piiEmail: string;
          roles: (
            | 'attendant'
            | 'agent'
            | 'staff'
            | 'supervisor'
            | 'planner'
            | 'care-owner'
            | 'administrator'
          )[];
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId?: string;
          ledTeamIds?: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  renewInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description To be put behind the address of the centre. */
            path: string;
            expiresAt: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  disablePerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  enablePerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endPersonsSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startPasswordReset: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description To be put behind the address of the centre. */
            path: string;
            expiresAt: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
          /** @description Neither the e-mail address nor the name. */
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            personId: string;
            piiEmail: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
          /** @description Neither the e-mail address nor the name. */
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            personId: string;
            piiEmail: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setUp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName: string;
          /**
           * @description An e-mail address, such as ann@example.org.
           * @example ted@example.org
           */
          piiEmail: string;
          /** @description Neither the e-mail address nor the name. */
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            personId: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDivisions: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              divisionId: string;
              /** @description One line of text, without control characters. */
              name: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  defineDivision: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        divisionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Billing
           */
          name: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteDivision: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        divisionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listSites: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              siteId: string;
              /** @description One line of text, without control characters. */
              name: string;
              /** @description A time zone as the IANA names it, such as `Europe/Zurich`. */
              timeZone: string;
              /** @description Two capital letters for the country in which telephone numbers without a prefix are read. */
              region?: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  defineSite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        siteId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Billing
           */
          name: string;
          /**
           * @description A time zone as the IANA names it, such as `Europe/Zurich`.
           * @example Europe/Berlin
           */
          timeZone: string;
          /**
           * @description Two capital letters for the country in which telephone numbers without a prefix are read.
           * @example DE
           */
          region?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteSite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        siteId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listTeams: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              teamId: string;
              /** @description One line of text, without control characters. */
              name: string;
              /** @description Text without control characters and invisible ones. */
              divisionId?: string;
              /** @description Text without control characters and invisible ones. */
              siteId?: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  defineTeam: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        teamId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Billing
           */
          name: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example retail
           */
          divisionId?: string;
          /**
           * @description Text without control characters and invisible ones.
           * @example leeds
           */
          siteId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteTeam: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        teamId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getWeek: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        calendarId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            calendarId: string;
            /** @description A time zone as the IANA names it, such as `Europe/Zurich`. */
            timeZone: string;
            /** @description Monday first. */
            days: {
              /** @description A time on the clock, such as 09:00. */
              from: string;
              /** @description A time on the clock, such as 17:00; 24:00 is the end of the day. */
              until: string;
            }[][];
            /** @description Dates with hours of their own; a holiday has none. */
            specialDays: {
              /** @description A date, such as 2026-12-25. */
              date: string;
              /** @description One line of text, without control characters. */
              name: string;
              hours: {
                /** @description A time on the clock, such as 09:00. */
                from: string;
                /** @description A time on the clock, such as 17:00; 24:00 is the end of the day. */
                until: string;
              }[];
            }[];
            untilAt: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  defineWeek: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        calendarId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description A time zone as the IANA names it, such as `Europe/Zurich`.
           * @example Europe/Berlin
           */
          timeZone: string;
          /** @description Monday first. */
          days: {
            /**
             * @description A time on the clock, such as 09:00.
             * @example 09:00
             */
            from: string;
            /**
             * @description A time on the clock, such as 17:00; 24:00 is the end of the day.
             * @example 17:00
             */
            until: string;
          }[][];
          /** @description Dates with hours of their own; a holiday has none. */
          specialDays: {
            /**
             * @description A date, such as 2026-12-25.
             * @example 2026-12-25
             */
            date: string;
            /**
             * @description One line of text, without control characters.
             * @example Billing
             */
            name: string;
            hours: {
              /**
               * @description A time on the clock, such as 09:00.
               * @example 09:00
               */
              from: string;
              /**
               * @description A time on the clock, such as 17:00; 24:00 is the end of the day.
               * @example 17:00
               */
              until: string;
            }[];
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Counts the changes. */
            version: number;
            /** @description What the company calls the centre. */
            name?: string;
            /** @description In which the day of the wallboard begins: as the IANA names it. */
            timeZone?: string;
            /** @description Two capital letters for the country in which telephone numbers without a prefix are read. */
            region?: string;
            /** @description The calling codes of the countries whose numbers customers may be called back at. Left out, that of the region; empty, none. */
            callingCodes?: string[];
            /** @description What the centre was started with. */
            otherwise: {
              timeZone: string;
              region?: string;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeSettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Counts the changes. */
          version?: number;
          /**
           * @description What the company calls the centre.
           * @example Billing
           */
          name?: string;
          /**
           * @description In which the day of the wallboard begins: as the IANA names it.
           * @example Europe/Berlin
           */
          timeZone?: string;
          /**
           * @description Two capital letters for the country in which telephone numbers without a prefix are read.
           * @example DE
           */
          region?: string;
          /** @description The calling codes of the countries whose numbers customers may be called back at. Left out, that of the region; empty, none. */
          callingCodes?: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Counts the changes. */
            version: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startPolicyPreview: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description By the names of their fields. Without those that begin with `reservation.`, nothing is ever reserved. */
          numbers: {
            [key: string]: number;
          };
          /**
           * @description A day that is over, in the time zone of the centre; yesterday when left out.
           * @example 2026-03-10
           */
          day?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            previewId: string;
            /** @description Text without control characters and invisible ones. */
            day: string;
            /** @enum {unknown} */
            status: 'running' | 'done' | 'failed';
            doneRatio: number;
            /** @description What was recorded; the day played under the policy that holds; and under the one that is tried. The last two share their assumptions, so that they are to be compared with each other. */
            columns?: {
              recorded: {
                /** @description Items that came in that day and were answered or given up in it. */
                offeredCount: number;
                answeredCount: number;
                abandonedCount: number;
                /** @description Answered within its promise ÷ (offered − abandoned within it). */
                serviceLevelRatio?: number;
                /** @description (Abandoned − short) ÷ (offered − short), short being under 5 seconds. */
                abandonmentRatio?: number;
                /** @description ASA: of the answered alone. */
                answerWaitMsMean?: number;
                /** @description Of all offered. */
                waitMsMean?: number;
                waitMsP90?: number;
                /** @description Of those whose customer had a bond, answered by somebody who knows him. */
                continuityRatio?: number;
                /** @description Of the same, answered by the owner. */
                bondKeptRatio?: number;
                /** @description Busy ÷ (busy + ready). */
                occupancyRatio?: number;
                /** @description Waited while somebody able was available, in all. */
                siloMs: number;
              };
              today: {
                /** @description Items that came in that day and were answered or given up in it. */
                offeredCount: number;
                answeredCount: number;
                abandonedCount: number;
                /** @description Answered within its promise ÷ (offered − abandoned within it). */
                serviceLevelRatio?: number;
                /** @description (Abandoned − short) ÷ (offered − short), short being under 5 seconds. */
                abandonmentRatio?: number;
                /** @description ASA: of the answered alone. */
                answerWaitMsMean?: number;
                /** @description Of all offered. */
                waitMsMean?: number;
                waitMsP90?: number;
                /** @description Of those whose customer had a bond, answered by somebody who knows him. */
                continuityRatio?: number;
                /** @description Of the same, answered by the owner. */
                bondKeptRatio?: number;
                /** @description Busy ÷ (busy + ready). */
                occupancyRatio?: number;
                /** @description Waited while somebody able was available, in all. */
                siloMs: number;
              };
              changed: {
                /** @description Items that came in that day and were answered or given up in it. */
                offeredCount: number;
                answeredCount: number;
                abandonedCount: number;
                /** @description Answered within its promise ÷ (offered − abandoned within it). */
                serviceLevelRatio?: number;
                /** @description (Abandoned − short) ÷ (offered − short), short being under 5 seconds. */
                abandonmentRatio?: number;
                /** @description ASA: of the answered alone. */
                answerWaitMsMean?: number;
                /** @description Of all offered. */
                waitMsMean?: number;
                waitMsP90?: number;
                /** @description Of those whose customer had a bond, answered by somebody who knows him. */
                continuityRatio?: number;
                /** @description Of the same, answered by the owner. */
                bondKeptRatio?: number;
                /** @description Busy ÷ (busy + ready). */
                occupancyRatio?: number;
                /** @description Waited while somebody able was available, in all. */
                siloMs: number;
              };
            };
            /** @description What came from outside and did not fit, because somebody did something else by then. */
            unfitCount?: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getPolicyPreview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        previewId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            previewId: string;
            /** @description Text without control characters and invisible ones. */
            day: string;
            /** @enum {unknown} */
            status: 'running' | 'done' | 'failed';
            doneRatio: number;
            /** @description What was recorded; the day played under the policy that holds; and under the one that is tried. The last two share their assumptions, so that they are to be compared with each other. */
            columns?: {
              recorded: {
                /** @description Items that came in that day and were answered or given up in it. */
                offeredCount: number;
                answeredCount: number;
                abandonedCount: number;
                /** @description Answered within its promise ÷ (offered − abandoned within it). */
                serviceLevelRatio?: number;
                /** @description (Abandoned − short) ÷ (offered − short), short being under 5 seconds. */
                abandonmentRatio?: number;
                /** @description ASA: of the answered alone. */
                answerWaitMsMean?: number;
                /** @description Of all offered. */
                waitMsMean?: number;
                waitMsP90?: number;
                /** @description Of those whose customer had a bond, answered by somebody who knows him. */
                continuityRatio?: number;
                /** @description Of the same, answered by the owner. */
                bondKeptRatio?: number;
                /** @description Busy ÷ (busy + ready). */
                occupancyRatio?: number;
                /** @description Waited while somebody able was available, in all. */
                siloMs: number;
              };
              today: {
                /** @description Items that came in that day and were answered or given up in it. */
                offeredCount: number;
                answeredCount: number;
                abandonedCount: number;
                /** @description Answered within its promise ÷ (offered − abandoned within it). */
                serviceLevelRatio?: number;
                /** @description (Abandoned − short) ÷ (offered − short), short being under 5 seconds. */
                abandonmentRatio?: number;
                /** @description ASA: of the answered alone. */
                answerWaitMsMean?: number;
                /** @description Of all offered. */
                waitMsMean?: number;
                waitMsP90?: number;
                /** @description Of those whose customer had a bond, answered by somebody who knows him. */
                continuityRatio?: number;
                /** @description Of the same, answered by the owner. */
                bondKeptRatio?: number;
                /** @description Busy ÷ (busy + ready). */
                occupancyRatio?: number;
                /** @description Waited while somebody able was available, in all. */
                siloMs: number;
              };
              changed: {
                /** @description Items that came in that day and were answered or given up in it. */
                offeredCount: number;
                answeredCount: number;
                abandonedCount: number;
                /** @description Answered within its promise ÷ (offered − abandoned within it). */
                serviceLevelRatio?: number;
                /** @description (Abandoned − short) ÷ (offered − short), short being under 5 seconds. */
                abandonmentRatio?: number;
                /** @description ASA: of the answered alone. */
                answerWaitMsMean?: number;
                /** @description Of all offered. */
                waitMsMean?: number;
                waitMsP90?: number;
                /** @description Of those whose customer had a bond, answered by somebody who knows him. */
                continuityRatio?: number;
                /** @description Of the same, answered by the owner. */
                bondKeptRatio?: number;
                /** @description Busy ÷ (busy + ready). */
                occupancyRatio?: number;
                /** @description Waited while somebody able was available, in all. */
                siloMs: number;
              };
            };
            /** @description What came from outside and did not fit, because somebody did something else by then. */
            unfitCount?: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endPolicyPreview: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        previewId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getPolicy: {
    parameters: {
      query?: {
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description By the names of their fields. Without those that begin with `reservation.`, nothing is ever reserved. */
            numbers: {
              [key: string]: number;
            };
            /** @description Every number there is, with its bounds. */
            fields: {
              /** @description Text without control characters and invisible ones. */
              name: string;
              min: number;
              max: number;
              isWhole: boolean;
              byDefault: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setPolicy: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            position: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listKeys: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              keyId: string;
              /** @description One line of text, without control characters. */
              name: string;
              scopes: (
                | 'agents:read'
                | 'agents:write'
                | 'audit:read'
                | 'bonds:read'
                | 'bonds:write'
                | 'customers:erase'
                | 'customers:read'
                | 'customers:write'
                | 'events:write'
                | 'floor:read'
                | 'imports:write'
                | 'interactions:read'
                | 'interactions:write'
                | 'keys:write'
                | 'metrics:read'
                | 'organisation:read'
                | 'organisation:write'
                | 'people:read'
                | 'people:write'
                | 'promises:read'
                | 'promises:write'
                | 'webhooks:write'
                | 'work:read'
                | 'work:receive'
                | 'work:serve'
              )[];
              /** @description Text without control characters and invisible ones. */
              agentId?: string;
              createdAt: number;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description One line of text, without control characters.
           * @example Billing
           */
          name: string;
          scopes: (
            | 'agents:read'
            | 'agents:write'
            | 'audit:read'
            | 'bonds:read'
            | 'bonds:write'
            | 'customers:erase'
            | 'customers:read'
            | 'customers:write'
            | 'events:write'
            | 'floor:read'
            | 'imports:write'
            | 'interactions:read'
            | 'interactions:write'
            | 'keys:write'
            | 'metrics:read'
            | 'organisation:read'
            | 'organisation:write'
            | 'people:read'
            | 'people:write'
            | 'promises:read'
            | 'promises:write'
            | 'webhooks:write'
            | 'work:read'
            | 'work:receive'
            | 'work:serve'
          )[];
          /**
           * @description Text without control characters and invisible ones.
           * @example agent_9e1a4c3b8f6d2e1a0b9c8d7e5f0c2b7d
           */
          agentId?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            keyId: string;
            secret?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  revokeKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        keyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listImports: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Text without control characters and invisible ones. */
              importId: string;
              /** @enum {unknown} */
              kind: 'accounts' | 'customers' | 'agents' | 'bonds' | 'rosters';
              /** @enum {unknown} */
              status: 'running' | 'done' | 'refused' | 'failed' | 'undoing' | 'undone';
              isDryRun: boolean;
              /** @description What each column was read as; one without a field was left alone. */
              columns: {
                column: string;
                /** @description Text without control characters and invisible ones. */
                field?: string;
              }[];
              rowCount: number;
              counts: {
                created: number;
                changed: number;
                unchanged: number;
                refused: number;
              };
              /** @description Text without control characters and invisible ones. */
              fault?: string;
              startedAt: number;
              endedAt?: number;
              /** @description After thirty days what was there before is forgotten, and nothing can be undone. */
              isForgotten: boolean;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startImport: {
    parameters: {
      query: {
        kind: 'accounts' | 'customers' | 'agents' | 'bonds' | 'rosters';
        dryRun?: boolean;
        allOrNothing?: boolean;
        map?: string;
        delimiter?: 'comma' | 'semicolon' | 'tab' | 'bar';
        region?: string;
        timeZone?: string;
        agent?: string;
      };
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': string;
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            importId: string;
            /** @enum {unknown} */
            kind: 'accounts' | 'customers' | 'agents' | 'bonds' | 'rosters';
            /** @enum {unknown} */
            status: 'running' | 'done' | 'refused' | 'failed' | 'undoing' | 'undone';
            isDryRun: boolean;
            /** @description What each column was read as; one without a field was left alone. */
            columns: {
              column: string;
              /** @description Text without control characters and invisible ones. */
              field?: string;
            }[];
            rowCount: number;
            counts: {
              created: number;
              changed: number;
              unchanged: number;
              refused: number;
            };
            /** @description Text without control characters and invisible ones. */
            fault?: string;
            startedAt: number;
            endedAt?: number;
            /** @description After thirty days what was there before is forgotten, and nothing can be undone. */
            isForgotten: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            importId: string;
            /** @enum {unknown} */
            kind: 'accounts' | 'customers' | 'agents' | 'bonds' | 'rosters';
            /** @enum {unknown} */
            status: 'running' | 'done' | 'refused' | 'failed' | 'undoing' | 'undone';
            isDryRun: boolean;
            /** @description What each column was read as; one without a field was left alone. */
            columns: {
              column: string;
              /** @description Text without control characters and invisible ones. */
              field?: string;
            }[];
            rowCount: number;
            counts: {
              created: number;
              changed: number;
              unchanged: number;
              refused: number;
            };
            /** @description Text without control characters and invisible ones. */
            fault?: string;
            startedAt: number;
            endedAt?: number;
            /** @description After thirty days what was there before is forgotten, and nothing can be undone. */
            isForgotten: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listImportFaults: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              line: number;
              column?: string;
              /** @description Text without control characters and invisible ones. */
              code: string;
              expected: string;
              piiFound?: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listImportRows: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        isKept?: boolean;
      };
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              line: number;
              /** @description Text without control characters and invisible ones. */
              subject: string;
              /** @enum {unknown} */
              outcome: 'created' | 'changed' | 'unchanged';
              piiBefore: {
                [key: string]: unknown;
              };
              piiAfter: {
                [key: string]: unknown;
              };
              /** @description Text without control characters and invisible ones. */
              undone?: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  undoImport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            importId: string;
            /** @enum {unknown} */
            kind: 'accounts' | 'customers' | 'agents' | 'bonds' | 'rosters';
            /** @enum {unknown} */
            status: 'running' | 'done' | 'refused' | 'failed' | 'undoing' | 'undone';
            isDryRun: boolean;
            /** @description What each column was read as; one without a field was left alone. */
            columns: {
              column: string;
              /** @description Text without control characters and invisible ones. */
              field?: string;
            }[];
            rowCount: number;
            counts: {
              created: number;
              changed: number;
              unchanged: number;
              refused: number;
            };
            /** @description Text without control characters and invisible ones. */
            fault?: string;
            startedAt: number;
            endedAt?: number;
            /** @description After thirty days what was there before is forgotten, and nothing can be undone. */
            isForgotten: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listEntryPoints: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Small letters, digits and hyphens. */
              entryId: string;
              /** @description What visitors read at its head. */
              name: string;
              /** @enum {unknown} */
              channel: 'chat' | 'web';
              /** @description Whether anybody may begin; who has begun goes on. */
              isOpen: boolean;
              /** @description Whose pages may embed it, beside our own. */
              origins: string[];
              /** @description What is promised where no agreement makes a promise. */
              promiseId: string;
              /** @description Whose agreement counts, after the account’s. */
              divisionId?: string;
              /** @description What its items are about, for agreements. */
              caseType?: string;
              requirements: {
                /** @description Text without control characters and invisible ones. */
                skill: string;
                minLevel: number;
              }[];
              priority?: number;
              /** @description Text without zero bytes and halves of characters. */
              greeting?: string;
              theme?: {
                /** @description Such as #2a5bd7. */
                colour?: string;
                /**
                 * @description `auto`: the visitor's own.
                 * @enum {unknown}
                 */
                scheme?: 'auto' | 'light' | 'dark';
                /**
                 * @description The lower corner in which the button stands.
                 * @enum {unknown}
                 */
                side?: 'start' | 'end';
              };
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  defineEntryPoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What visitors read at its head.
           * @example Billing
           */
          name: string;
          /** @enum {unknown} */
          channel: 'chat' | 'web';
          /** @description Whether anybody may begin; who has begun goes on. */
          isOpen: boolean;
          /** @description Whose pages may embed it, beside our own. */
          origins: string[];
          /**
           * @description What is promised where no agreement makes a promise.
           * @example chats
           */
          promiseId: string;
          /**
           * @description Whose agreement counts, after the account’s.
           * @example retail
           */
          divisionId?: string;
          /**
           * @description What its items are about, for agreements.
           * @example outage
           */
          caseType?: string;
          requirements: {
            /**
             * @description Text without control characters and invisible ones.
             * @example billing
             */
            skill: string;
            minLevel: number;
          }[];
          priority?: number;
          /**
           * @description Text without zero bytes and halves of characters.
           * @example Hello. What can we do for you?
           */
          greeting?: string;
          theme?: {
            /**
             * @description Such as #2a5bd7.
             * @example #2a5bd7
             */
            colour?: string;
            /**
             * @description `auto`: the visitor's own.
             * @enum {unknown}
             */
            scheme?: 'auto' | 'light' | 'dark';
            /**
             * @description The lower corner in which the button stands.
             * @enum {unknown}
             */
            side?: 'start' | 'end';
          };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteEntryPoint: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getVisitorEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description One line of text, without control characters. */
            name: string;
            /** @enum {unknown} */
            channel: 'chat' | 'web';
            isOpen: boolean;
            greeting?: string;
            theme: {
              /** @description Such as #2a5bd7. */
              colour?: string;
              /**
               * @description `auto`: the visitor's own.
               * @enum {unknown}
               */
              scheme?: 'auto' | 'light' | 'dark';
              /**
               * @description The lower corner in which the button stands.
               * @enum {unknown}
               */
              side?: 'start' | 'end';
            };
            outlook: {
              /** @description Somebody who can serve it is ready. */
              isStaffed: boolean;
              /** @description While it is closed: when service begins again. */
              opensAt?: number;
              /** @description Who waits on this channel, and came before. */
              aheadCount: number;
              wait?: {
                medianMs: number;
                /** @description Eight of ten waited no longer. */
                p80Ms: number;
                /** @description Answered within the last hour: the basis. */
                answeredCount: number;
              };
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getVisitorThread: {
    parameters: {
      query?: {
        afterNumber?: number;
        known?: string;
        waitMs?: number;
      };
      header?: never;
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Another one when anything here is another. */
            version: string;
            messages: {
              /** @description Rises from message to message, with gaps. */
              number: number;
              /**
               * @description `centre`: by itself, in nobody’s name.
               * @enum {unknown}
               */
              from: 'customer' | 'agent' | 'centre';
              /** @description One line of text, without control characters. */
              agentName?: string;
              /** @description Absent when the words were erased. */
              piiText?: string;
              attachments?: {
                /** @description Text without control characters and invisible ones. */
                attachmentId: string;
                /** @description One line of text, without control characters. */
                piiName: string;
                contentType: string;
                sizeBytes: number;
              }[];
              at: number;
            }[];
            /** @description Read on after the last number. */
            hasMore: boolean;
            /** @description Whoever serves it is writing at this moment. */
            isTyping: boolean;
            /** @description Whoever serves it has read up to there. */
            readNumber: number;
            progress?: {
              /** @enum {unknown} */
              status: 'waiting' | 'with' | 'over';
              receivedAt: number;
              /** @description By when an answer was promised. */
              dueAt?: number;
              acceptedAt?: number;
              /** @description When it was first replied to. */
              answeredAt?: number;
              overAt?: number;
              /** @description Who serves it, or did. */
              agentName?: string;
              piiSubject?: string;
              /** @description That `agentName` calls, as was promised. */
              callback?: {
                /** @description When he is called, or was to be. */
                dueAt: number;
                /** @description Which one it is, from 1. */
                attempt: number;
                /**
                 * @description Whether the moment is still to come, has come, or he is being called.
                 * @enum {unknown}
                 */
                state: 'promised' | 'due' | 'calling';
              };
            };
            outlook: {
              /** @description Somebody who can serve it is ready. */
              isStaffed: boolean;
              /** @description While it is closed: when service begins again. */
              opensAt?: number;
              /** @description Who waits on this channel, and came before. */
              aheadCount: number;
              wait?: {
                medianMs: number;
                /** @description Eight of ten waited no longer. */
                p80Ms: number;
                /** @description Answered within the last hour: the basis. */
                answeredCount: number;
              };
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  sayAsVisitor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description Text without zero bytes and halves of characters.
           * @example Hello, my bill is wrong.
           */
          piiText: string;
          /**
           * @description One line of text, without control characters.
           * @example My bill for October
           */
          piiSubject?: string;
          /**
           * @description One line of text, without control characters.
           * @example Ted Brandt
           */
          piiName?: string;
          /**
           * @description An e-mail address, such as ann@example.org.
           * @example ted@example.org
           */
          piiEmail?: string;
          /** @description Files that he has sent before. */
          attachments?: {
            /**
             * @description Text without control characters and invisible ones.
             * @example attachment_7d5e0c2b9f1a4c3b8f6d2e1a0b9c8d7e
             */
            attachmentId: string;
            /**
             * @description One line of text, without control characters.
             * @example Ted Brandt
             */
            piiName: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            number: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  typeAsVisitor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readAsVisitor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  attachAsVisitor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Text without control characters and invisible ones. */
            attachmentId: string;
            contentType: string;
            sizeBytes: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getVisitorFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        entryId: string;
        attachmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endAsVisitor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the request, so that sent twice it is carried out once. */
        'Idempotency-Key'?: string;
      };
      path: {
        entryId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
