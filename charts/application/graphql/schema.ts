/**
 * The platform's GraphQL schema. Without a user pool roles alone call it, and no field has to say who may; with one,
 * users do by default, and what they may not is for the platform's own roles.
 */
export function schema({ users }: { readonly users: boolean }): string {
  const everybody = users ? ' @aws_iam @aws_cognito_user_pools' : '';
  const platform = users ? ' @aws_iam' : '';
  return `
enum OrderStatus { PLACED APPROVED PAID SENT FAILED }

type Order${everybody} {
  orderId: ID!
  customerId: ID!
  createdAt: AWSDateTime!
  status: OrderStatus!
  totalAmount: Float!
}

type Orders${everybody} {
  items: [Order!]!
  nextToken: String
}

input NewOrder {
  customerId: ID!
  totalAmount: Float!
}

type Query {
  order(orderId: ID!): Order${everybody}
  ordersOf(customerId: ID!, limit: Int, nextToken: String): Orders${everybody}
}

type Mutation {
  placeOrder(order: NewOrder!): Order${everybody}
  changeOrderStatus(orderId: ID!, status: OrderStatus!): Order${platform}
}

type Subscription {
  orderChanged(customerId: ID!): Order${everybody}
    @aws_subscribe(mutations: ["placeOrder", "changeOrderStatus"])
}
`.trimStart();
}
