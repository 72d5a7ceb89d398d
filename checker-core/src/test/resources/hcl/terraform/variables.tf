variable "environment" {
  type        = string
  description = "Where this runs: \"dev\", \"test\" or \"prod\""

  validation {
    condition     = contains(["dev", "test", "prod"], var.environment)
    error_message = "The environment is dev, test or prod, not \"${var.environment}\"."
  }
}

variable "stages" {
  type    = set(string)
  default = ["blue", "green"]
}

variable "retention" {
  type = object({
    days  = optional(number, 30)
    class = optional(string)
    rules = optional(map(object({
      prefix = string
      expire = number
    })), {})
  })
  default = {}
}

variable "access_logs" {
  type     = bool
  default  = true
  nullable = false
}

variable "secret_token" {
  type      = string
  default   = null
  sensitive = true
}

variable empty {}
