/*
 * A handful of invented rows for the demo databases: two tenants of an imaginary street. They hold what makes moving
 * data hard: customers known by tenant only, services and event types of one title, several working days, calls whose
 * minutes were never filled in, two live policies where one was meant.
 */

const at = '2025-10-20 08:00:00';
const stamps = { created_at: at, updated_at: at };
const uuid = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const branch = { north: uuid(101), south: uuid(102), quay: uuid(103) };
const person = { ada: uuid(201), ben: uuid(202), cleo: uuid(203) };
const day = JSON.stringify({ mon: [['09:00', '18:00']] });

/** Table → rows, in an order in which foreign keys hold. @type {readonly (readonly [string, readonly object[]])[]} */
export const rows = [
  [
    'tenants',
    [
      { id: 1, name: 'Example Salons', slug: 'example-salons', plan: 'pro', ...stamps },
      { id: 2, name: 'Sample Physio', slug: 'sample-physio', plan: 'starter', ...stamps },
    ],
  ],
  [
    'companies',
    [
      company(1, 1, 'Salon One', 'salon-one', 'active', '{"language": "en"}'),
      company(2, 1, 'Salon Two', 'salon-two', 'trial', '{"language": "de"}'),
      company(3, 2, 'Physio Quay', 'physio-quay', 'active', null),
    ],
  ],
  [
    'users',
    [
      { id: 1, name: 'Operator One', email: 'one@example.org', company_id: 1, role: 'owner', ...stamps },
      { id: 2, name: 'Operator Two', email: 'two@example.org', company_id: 3, role: 'operator', ...stamps },
    ],
  ],
  [
    'branches',
    [
      {
        id: branch.north,
        company_id: 1,
        name: 'North',
        slug: 'north',
        opening_hours: day,
        is_main: 1,
        ...stamps,
      },
      { id: branch.south, company_id: 1, name: 'South', slug: 'south', opening_hours: null, ...stamps },
      {
        id: branch.quay,
        company_id: 3,
        name: 'Quay',
        slug: 'quay',
        opening_hours: day,
        is_main: 1,
        ...stamps,
      },
    ],
  ],
  [
    'staff',
    [
      {
        id: person.ada,
        company_id: 1,
        home_branch_id: branch.north,
        first_name: 'Ada',
        last_name: 'Z.',
        ...stamps,
      },
      { id: person.ben, company_id: 1, home_branch_id: null, first_name: 'Ben', last_name: null, ...stamps },
      {
        id: person.cleo,
        company_id: 3,
        home_branch_id: branch.quay,
        first_name: 'Cleo',
        last_name: 'Y.',
        ...stamps,
      },
    ],
  ],
  [
    'customers',
    [
      customer(1, 1, 1, 'Customer A', '+49 000 0001'),
      customer(2, null, 1, "Customer B's sister", '+49 000 0002'),
      customer(3, 3, null, 'Customer C', '+49 000 0003'),
      customer(4, null, 2, 'Customer D', null),
    ],
  ],
  [
    'customer_notes',
    [{ id: 1, customer_id: 1, company_id: 1, body: 'Prefers mornings;\nno calls -- please.', ...stamps }],
  ],
  [
    'calcom_event_types',
    [
      { id: 1, company_id: 1, calcom_id: 9001, slug: 'cut', title: 'Cut', length_minutes: 30, ...stamps },
      {
        id: 2,
        company_id: 1,
        calcom_id: 9002,
        slug: 'cut-long',
        title: 'Cut',
        length_minutes: 60,
        ...stamps,
      },
      {
        id: 3,
        company_id: 3,
        calcom_id: 9003,
        slug: 'massage',
        title: 'Massage',
        length_minutes: 45,
        ...stamps,
      },
    ],
  ],
  [
    'services',
    [
      service(1, 1, 'Cut', 'cut', 30, '29.00', 1),
      service(2, 1, 'Colour', 'colour', 90, '89.50', null),
      service(3, 3, 'Massage', 'massage', 45, '60.00', 3),
    ],
  ],
  [
    'service_staff',
    [
      { id: 1, service_id: 1, staff_id: person.ada, ...stamps },
      { id: 2, service_id: 3, staff_id: person.cleo, ...stamps },
    ],
  ],
  [
    'staff_service_assignments',
    [
      { id: 1, company_id: 1, staff_id: person.ada, service_id: 1, is_primary: 1, ...stamps },
      { id: 2, company_id: 1, staff_id: person.ben, service_id: 2, custom_price: '79.00', ...stamps },
      { id: 3, company_id: 3, staff_id: person.cleo, service_id: 3, is_primary: 1, ...stamps },
    ],
  ],
  [
    'working_hours',
    [1, 2, 3].map((weekday) => ({
      id: weekday,
      company_id: 1,
      staff_id: person.ada,
      weekday,
      starts_at: '09:00:00',
      ends_at: '17:00:00',
      ...stamps,
    })),
  ],
  [
    'phone_numbers',
    [{ id: 1, company_id: 1, branch_id: branch.north, number: '+49 000 1000', label: 'Main', ...stamps }],
  ],
  [
    'calls',
    [
      call(1, 1, 1, 'call_0001', 95, '1.58'),
      call(2, 1, null, 'call_0002', 240, null),
      call(3, 3, 3, 'call_0003', null, '2.00'),
    ],
  ],
  [
    'appointments',
    [
      appointment(
        1,
        1,
        branch.north,
        person.ada,
        1,
        1,
        '2025-10-27 09:00:00',
        '2025-10-27 09:30:00',
        'confirmed',
      ),
      appointment(
        2,
        1,
        branch.north,
        person.ada,
        1,
        2,
        '2025-10-28 10:00:00',
        '2025-10-28 11:30:00',
        'cancelled',
      ),
      appointment(
        3,
        3,
        branch.quay,
        person.cleo,
        3,
        3,
        '2025-10-28 10:00:00',
        '2025-10-28 10:45:00',
        'pending',
      ),
    ],
  ],
  [
    'policy_configurations',
    [1, 2].map((id) => ({
      id,
      company_id: 1,
      configurable_type: 'branch',
      configurable_id: branch.north,
      policy_type: 'cancellation',
      config: `{"hours": ${24 * id}}`,
      ...stamps,
    })),
  ],
  [
    'retell_webhooks',
    [
      {
        id: 1,
        event: 'call_ended',
        retell_call_id: 'call_0001',
        payload: '{"event": "call_ended"}',
        ...stamps,
      },
    ],
  ],
  [
    'webhook_logs',
    [
      {
        id: 1,
        company_id: 1,
        provider: 'calcom',
        event: 'BOOKING_CREATED',
        http_status: 200,
        created_at: at,
      },
    ],
  ],
];

function company(id, tenant_id, name, slug, billing_status, settings) {
  return { id, tenant_id, name, slug, billing_status, settings, timezone: 'Europe/Berlin', ...stamps };
}

function customer(id, company_id, tenant_id, name, phone) {
  const phone_normalized = phone?.replaceAll(' ', '') ?? null;
  return { id, company_id, tenant_id, name, phone, phone_normalized, ...stamps };
}

function service(id, company_id, name, slug, duration_minutes, price, calcom_event_type_id) {
  return { id, company_id, name, slug, duration_minutes, price, calcom_event_type_id, ...stamps };
}

function call(id, company_id, customer_id, retell_call_id, duration_sec, duration_minutes) {
  return {
    id,
    company_id,
    customer_id,
    retell_call_id,
    duration_sec,
    duration_minutes,
    status: 'ended',
    ...stamps,
  };
}

function appointment(
  id,
  company_id,
  branch_id,
  staff_id,
  customer_id,
  service_id,
  starts_at,
  ends_at,
  status,
) {
  return {
    id,
    company_id,
    branch_id,
    staff_id,
    customer_id,
    service_id,
    starts_at,
    ends_at,
    status,
    ...stamps,
  };
}
