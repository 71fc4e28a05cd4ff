-- PodMonitors and ServiceMonitors: the operator says of each agent that takes one whether it accepted it. One that it says
-- nothing of is not wrong: it does so only with a feature gate.
-- https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ConfigResourceStatus
if obj.status ~= nil and obj.status.bindings ~= nil then
  for _, binding in ipairs(obj.status.bindings) do
    for _, condition in ipairs(binding.conditions or {}) do
      if condition.type == "Accepted" and condition.status == "False" then
        return { status = "Degraded", message = condition.message or "" }
      end
    end
  end
end
return { status = "Healthy", message = "" }
