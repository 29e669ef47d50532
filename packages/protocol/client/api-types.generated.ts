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
     * @description For attendant, agent, supervisor, planner, administrator; for keys with the scope `agents:read`.
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
     * @description For attendant, agent, supervisor, planner, administrator; for keys with the scope `agents:read`.
     */
    get: operations['getAgent'];
    /**
     * Replaces an agent's name, skills and capacity.
     * @description For administrator; for keys with the scope `agents:write`.
     */
    put: operations['changeAgent'];
    post?: never;
    delete?: never;
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
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
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
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
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
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
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
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
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
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
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
     * Takes the customer back from hold.
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['resumeWork'];
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
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
     */
    post: operations['wrapUpWork'];
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
     * @description For agent, attendant; for keys with the scope `work:serve` that act as an agent.
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
  '/api/v1/customers/{customerId}/bond': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who knows a customer.
     * @description For attendant, agent, supervisor, care-owner, administrator; for keys with the scope `bonds:read`.
     */
    get: operations['getBond'];
    /**
     * Declares who owns the relationship with a customer, and who stands in.
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
              agentId: string;
              piiName?: string;
              /** @enum {unknown} */
              state: 'signed-out' | 'ready' | 'not-ready';
              reason?: string;
              stateSince: number;
              isBusy: boolean;
              skills: {
                skill: string;
                level: number;
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
          piiName: string;
          skills: {
            skill: string;
            level: number;
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
            agentId: string;
            piiName?: string;
            /** @enum {unknown} */
            state: 'signed-out' | 'ready' | 'not-ready';
            reason?: string;
            stateSince: number;
            isBusy: boolean;
            skills: {
              skill: string;
              level: number;
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
          piiName: string;
          skills: {
            skill: string;
            level: number;
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
          reason?: string;
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
          reason?: string;
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
  listWork: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        after?: number;
        status?: 'waiting' | 'offered' | 'active' | 'on-hold' | 'wrap-up' | 'done' | 'abandoned';
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
              workId: string;
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
              promiseId: string;
              priority: number;
              /** @enum {unknown} */
              status:
                'waiting' | 'offered' | 'active' | 'on-hold' | 'wrap-up' | 'done' | 'abandoned';
              agentId?: string;
              receivedAt: number;
              offerCount: number;
              answeredAt?: number;
              answeredBy?: string;
              transferCount: number;
              closedAt?: number;
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
          customerId?: string;
          requirements: {
            skill: string;
            minLevel: number;
          }[];
          isProficiencyFirst?: boolean;
          promiseId: string;
          priority?: number;
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
            workId: string;
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
            promiseId: string;
            priority: number;
            /** @enum {unknown} */
            status: 'waiting' | 'offered' | 'active' | 'on-hold' | 'wrap-up' | 'done' | 'abandoned';
            agentId?: string;
            receivedAt: number;
            offerCount: number;
            answeredAt?: number;
            answeredBy?: string;
            transferCount: number;
            closedAt?: number;
            disposition?: string;
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
          toAgentId?: string;
          requirements?: {
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
            customerId: string;
            ownerId?: string;
            deputyIds: string[];
            earned: {
              agentId: string;
              strength: number;
            }[];
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
              customerId: string;
              ownerId?: string;
              deputyIds: string[];
              earned: {
                agentId: string;
                strength: number;
              }[];
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
            promiseId: string;
            targetMs: number;
            shareRatio: number;
            calendarId?: string;
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
              promiseId: string;
              targetMs: number;
              shareRatio: number;
              calendarId?: string;
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
              actor: string;
              action: string;
              subject: string;
            }[];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
