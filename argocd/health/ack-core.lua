-- What every ACK controller brings, beside AWS resources: an AdoptedResource says when it is done; FieldExport and
-- IAMRoleSelector say only what is wrong.
-- https://github.com/aws-controllers-k8s/runtime/blob/main/pkg/runtime/field_export_reconciler.go
local adopted = nil
local recoverable = nil
if obj.status ~= nil and obj.status.conditions ~= nil then
  for _, condition in ipairs(obj.status.conditions) do
    if condition.type == "ACK.Terminal" and condition.status == "True" then
      return { status = "Degraded", message = condition.message or "" }
    end
    if condition.type == "ACK.Recoverable" and condition.status == "True" then
      recoverable = condition
    end
    if condition.type == "ACK.Adopted" then
      adopted = condition
    end
  end
end

if recoverable ~= nil then
  return { status = "Progressing", message = recoverable.message or "" }
end
if obj.kind == "AdoptedResource" and (adopted == nil or adopted.status ~= "True") then
  return { status = "Progressing", message = adopted and adopted.message or "waiting for the controller" }
end
return { status = "Healthy", message = "" }
