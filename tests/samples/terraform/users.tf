resource "random_id" "suffix" {
  byte_length = 4
}

resource "aws_s3_bucket" "artifacts" {
  bucket = "artifacts-${random_id.suffix.hex}"
}

locals {
  users = {
    ana = { groups = ["admins", "developers"] }
    ben = { groups = ["developers"] }
  }

  memberships = flatten([
    for name, user in local.users : [
      for group in user.groups : { user = name, group = group }
    ]
  ])
}

resource "aws_iam_user_group_membership" "this" {
  for_each = { for m in local.memberships : "${m.user}-${m.group}" => m }

  user   = each.value.user
  groups = [each.value.group]
}
